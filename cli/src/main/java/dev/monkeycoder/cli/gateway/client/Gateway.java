package dev.monkeycoder.cli.gateway.client;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.gateway.Address;
import dev.monkeycoder.cli.gateway.Credential;
import dev.monkeycoder.cli.gateway.Problem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/// Requests to a gateway, by the caller's credential. An error answer ends the command with its
/// sentence; so does a gateway that can't be reached.
public final class Gateway {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration UPLOAD = Duration.ofMinutes(5);

    private final HttpClient http;
    private final Address address;
    private final Supplier<Credential> credential;

    public Gateway(HttpClient http, Address address, Supplier<Credential> credential) {
        this.http = http;
        this.address = address;
        this.credential = credential;
    }

    public Address address() {
        return address;
    }

    /// The body of a JSON answer.
    public String get(String path) {
        return text(bytes(path, "application/json"));
    }

    public byte[] bytes(String path, String accept) {
        return send(request(path).timeout(ANSWER).header("Accept", accept).GET().build());
    }

    public String post(String path, String json, Map<String, String> headers) {
        var request =
                request(path)
                        .timeout(ANSWER)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return text(send(request.build()));
    }

    public String upload(String path, Path file, String type) {
        try {
            return text(
                    send(
                            request(path)
                                    .timeout(UPLOAD)
                                    .header("Content-Type", type)
                                    .header("Accept", "application/json")
                                    .POST(BodyPublishers.ofFile(file))
                                    .build()));
        } catch (FileNotFoundException e) {
            throw new IllegalStateException("upload: " + file + " is gone", e);
        }
    }

    public void delete(String path) {
        send(request(path).timeout(ANSWER).DELETE().build());
    }

    /// A request that the caller sends by itself, as for a stream.
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.at(path))
                .header("Authorization", "Bearer " + credential.get().bearer());
    }

    HttpClient http() {
        return http;
    }

    private byte[] send(HttpRequest request) {
        try {
            return checked(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw Stop.unreachable("the gateway at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Stop.with(Exit.INTERRUPTED, "interrupted");
        }
    }

    private static byte[] checked(HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 == 2) {
            return response.body();
        }
        throw refused(response.statusCode(), text(response.body()));
    }

    static Stop refused(int status, String body) {
        return Stop.with(Exit.REFUSED, Problem.of(status, body).sentence());
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
