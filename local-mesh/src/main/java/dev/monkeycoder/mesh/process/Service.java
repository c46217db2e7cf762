package dev.monkeycoder.mesh.process;

import dev.monkeycoder.mesh.MeshConfig;
import dev.monkeycoder.mesh.Part;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One of our services as a process; of use when its readiness says so.
record Service(MeshConfig config, Part part, Map<String, String> environment, HttpClient client)
        implements Launch {
    private static final Duration START = Duration.ofMinutes(3);

    @Override
    public Child spawn() {
        String jar = config.checkout().service(part.module().orElseThrow()).toString();
        List<String> command =
                List.of(
                        Jvm.java(),
                        "-Xms32m",
                        "-Xmx256m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        jar);
        return Child.start(Program.of(part.title(), command, config.log(part)).with(environment));
    }

    @Override
    public void settle(Child child) {
        Readiness.await(
                child, START, Readiness.http(client, config.url(part).resolve("/q/health/ready")));
    }
}
