package dev.monkeycoder.mesh;

import dev.monkeycoder.mesh.process.Foreground;

/// Runs the mesh as a process in the foreground: `MeshMain [--state DIR] [--attached]`. Progress
/// goes to standard output, one JSON object a line:
///
/// ```json
/// {"event":"part","part":"kafka","state":"starting","ms":0}
/// {"event":"part","part":"kafka","state":"ready","ms":4120}
/// {"event":"part","part":"gateway","state":"failed","ms":900,"failure":"gateway: ended with ..."}
/// {"event":"ready","ms":21480,"simulated":true,"key_file":"...","urls":{"gateway":"http://..."}}
/// {"event":"failed","failure":"gateway: port 8080 is taken ..."}
/// {"event":"stopping"}
/// {"event":"stopped"}
/// ```
///
/// It ends, and all parts with it, on SIGTERM and SIGINT, and with `--attached` also when its
/// standard input does. Exit codes: 0 at the end of input, 143 and 130 after those signals, 1 when
/// the mesh did not come up, 2 for wrong arguments or settings. The state folder is `.monkey` in
/// the repository unless named.
public final class MeshMain {
    private MeshMain() {}

    public static void main(String[] arguments) {
        System.exit(Foreground.run(arguments, System.getenv(), System.in, System.out));
    }
}
