package dev.monkeycoder.mesh.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.monkeycoder.mesh.Checkout;
import dev.monkeycoder.mesh.MeshConfig;
import dev.monkeycoder.mesh.PartProgress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// What `MeshMain` does: a mesh for as long as this process lives.
public final class Foreground {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final PrintStream out;
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Foreground(PrintStream out) {
        this.out = out;
    }

    /// Returns the exit code.
    public static int run(
            String[] arguments, Map<String, String> environment, InputStream in, PrintStream out) {
        // the Kafka client would tell standard error that it found no logger
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Foreground foreground = new Foreground(out);
        try {
            Checkout checkout = Checkout.find();
            Arguments wanted = Arguments.of(arguments, checkout.root().resolve(".monkey"));
            MeshConfig config = MeshConfig.of(checkout, wanted.state(), environment);
            return foreground.run(config, wanted.attached() ? Optional.of(in) : Optional.empty());
        } catch (IllegalArgumentException e) {
            foreground.say("failed", Map.of("failure", String.valueOf(e.getMessage())));
            return 2;
        }
    }

    private record Arguments(Path state, boolean attached) {
        static Arguments of(String[] arguments, Path defaultState) {
            Path state = defaultState;
            boolean attached = false;
            for (int at = 0; at < arguments.length; at++) {
                switch (arguments[at]) {
                    case "--attached" -> attached = true;
                    case "--state" -> {
                        if (++at == arguments.length) {
                            throw new IllegalArgumentException("--state: (expected: a folder)");
                        }
                        state = Path.of(arguments[at]);
                    }
                    default ->
                            throw new IllegalArgumentException(
                                    arguments[at] + ": (expected: --state DIR, --attached)");
                }
            }
            return new Arguments(state, attached);
        }
    }

    private int run(MeshConfig config, Optional<InputStream> launcher) {
        long begin = System.nanoTime();
        Supervisor mesh;
        try {
            mesh = new Supervisor(config, this::part);
        } catch (IllegalStateException e) {
            say("failed", Map.of("failure", String.valueOf(e.getMessage())));
            return 1;
        }
        Thread ending = new Thread(() -> stop(mesh), "mesh-end");
        Runtime.getRuntime().addShutdownHook(ending);
        launcher.ifPresent(in -> Thread.ofPlatform().daemon().start(() -> watch(in)));
        try {
            mesh.start();
        } catch (RuntimeException e) {
            if (!stopping.get()) {
                say("failed", Map.of("failure", String.valueOf(e.getMessage())));
            }
            return 1;
        }
        ready(mesh, begin);
        return await();
    }

    private static int await() {
        try {
            // what ends this process is a signal, or the end of standard input
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void watch(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // as good as its end
        }
        System.exit(0);
    }

    private void stop(Supervisor mesh) {
        stopping.set(true);
        say("stopping", Map.of());
        mesh.close();
        say("stopped", Map.of());
    }

    private void part(PartProgress progress) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("part", progress.part().title());
        fields.put("state", progress.state().title());
        fields.put("ms", progress.elapsed().toMillis());
        progress.failure().ifPresent(failure -> fields.put("failure", failure));
        say("part", fields);
    }

    private void ready(Supervisor mesh, long begin) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ms", (System.nanoTime() - begin) / 1_000_000);
        fields.put("simulated", mesh.config().simulated());
        fields.put("key_file", mesh.config().keyFile().toString());
        Map<String, String> urls = new TreeMap<>();
        mesh.urls().forEach((part, url) -> urls.put(part.title(), url.toString()));
        fields.put("urls", urls);
        say("ready", fields);
    }

    private void say(String event, Map<String, ?> fields) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", event);
        line.putAll(fields);
        try {
            String json = MAPPER.writeValueAsString(line);
            synchronized (out) {
                out.println(json);
                out.flush();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
