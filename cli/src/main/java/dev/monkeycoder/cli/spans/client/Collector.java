package dev.monkeycoder.cli.spans.client;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.run.Json;
import dev.monkeycoder.cli.spans.Span;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/// The trace collector of a mesh, asked for what it has of a trace.
public final class Collector {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final HttpClient http;
    private final String address;

    public Collector(HttpClient http, String address) {
        this.http = http;
        this.address = address.replaceAll("/+$", "");
    }

    /// The spans as the collector writes them, `{"spans":[…]}`.
    public String text(String trace) {
        try {
            var uri = URI.create(address + "/traces/" + trace);
            var answer =
                    http.send(
                            HttpRequest.newBuilder(uri).timeout(ANSWER).GET().build(),
                            BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            if (answer.statusCode() == 404) {
                return "{\"spans\":[]}";
            }
            throw Stop.with(
                    Exit.REFUSED, "the collector answered with HTTP status " + answer.statusCode());
        } catch (IOException e) {
            throw Stop.unreachable("the collector at " + address, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Stop.with(Exit.INTERRUPTED, "interrupted");
        }
    }

    public List<Span> spans(String trace) {
        var tree =
                Json.tree(text(trace))
                        .orElseThrow(
                                () -> Stop.with(Exit.REFUSED, "the collector's answer is no JSON"));
        return tree.path("spans")
                .valueStream()
                .map(span -> Json.read(span.toString(), Span.class))
                .toList();
    }
}
