package dev.monkeycoder.cli.login.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monkeycoder.cli.gateway.Address;
import dev.monkeycoder.cli.gateway.Credential;
import dev.monkeycoder.cli.run.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;

/// Credentials by the URL of their gateway, in one JSON file that only its owner can read (0600).
public final class CredentialFile {
    private final Path file;

    public CredentialFile(Path file) {
        this.file = file;
    }

    public Path path() {
        return file;
    }

    public Optional<Credential> of(Address address) {
        return Optional.ofNullable(read().get(address.toString()))
                .flatMap(CredentialFile::credential);
    }

    public void keep(Address address, Credential credential) {
        var all = read();
        all.set(address.toString(), node(credential));
        write(all);
    }

    /// @return whether there was one
    public boolean forget(Address address) {
        var all = read();
        var had = all.remove(address.toString()) != null;
        if (had) {
            write(all);
        }
        return had;
    }

    private static Optional<Credential> credential(JsonNode node) {
        if (node.hasNonNull("key")) {
            return Optional.of(new Credential.ApiKey(node.path("key").asText()));
        }
        if (!node.hasNonNull("access_token")) {
            return Optional.empty();
        }
        return Optional.of(
                new Credential.Login(
                        node.path("access_token").asText(),
                        Optional.ofNullable(node.get("refresh_token")).map(JsonNode::asText),
                        Instant.parse(node.path("expires_at").asText("1970-01-01T00:00:00Z")),
                        node.path("token_endpoint").asText()));
    }

    private static ObjectNode node(Credential credential) {
        var node = JsonNodeFactory.instance.objectNode();
        switch (credential) {
            case Credential.ApiKey(var value) -> node.put("key", value);
            case Credential.Login(var token, var refresh, var expires, var endpoint) -> {
                node.put("access_token", token);
                refresh.ifPresent(is -> node.put("refresh_token", is));
                node.put("expires_at", expires.toString());
                node.put("token_endpoint", endpoint);
            }
        }
        return node;
    }

    private ObjectNode read() {
        try {
            return Files.exists(file)
                    ? Json.tree(Files.readString(file))
                            .filter(ObjectNode.class::isInstance)
                            .map(ObjectNode.class::cast)
                            .orElseGet(JsonNodeFactory.instance::objectNode)
                    : JsonNodeFactory.instance.objectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Written beside and moved, so that a crash leaves the old file; never readable by others, not
    /// even for a moment.
    private void write(ObjectNode all) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            var owner =
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"));
            var fresh = Files.createTempFile(folder, ".credentials", ".tmp", owner);
            Files.writeString(fresh, Json.pretty(all) + "\n");
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
