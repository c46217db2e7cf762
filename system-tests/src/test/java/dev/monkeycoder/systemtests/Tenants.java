package dev.monkeycoder.systemtests;

import dev.monkeycoder.mesh.MeshConfig;
import dev.monkeycoder.mesh.Part;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/// Makes tenants. The API has no way to (a tenant comes with a bootstrap key), so this writes into
/// auth-service's tables what its start would: the only thing that these tests do from inside.
final class Tenants {
    private Tenants() {}

    /// A new tenant.
    ///
    /// @param name lower case
    /// @return a key of it with every scope
    static String make(SharedMesh mesh, String name) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String id = (name + "000000000000").substring(0, 12);
        try (Connection auth = connect(mesh.running().config())) {
            insert(
                    auth,
                    "insert into auth.tenant (id, name, created_at) values (?, ?, now())",
                    name,
                    name);
            insert(
                    auth,
                    "insert into auth.api_key (id, tenant, name, scopes, secret_sha256, made_by,"
                            + " created_at) values (?, ?, 'first', '*', ?, 'service:auth', now())",
                    id,
                    name,
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(random)));
        } catch (SQLException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("tenant " + name + ": can't be made", e);
        }
        return "mk_" + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static Connection connect(MeshConfig config) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + config.port(Part.POSTGRES) + "/monkey",
                Part.AUTH.title(),
                secret(config, "database-auth"));
    }

    private static String secret(MeshConfig config, String name) {
        try {
            Properties secrets = new Properties();
            secrets.load(new StringReader(Files.readString(config.state().resolve("secrets"))));
            return secrets.getProperty(name, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void insert(Connection connection, String sql, String... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
