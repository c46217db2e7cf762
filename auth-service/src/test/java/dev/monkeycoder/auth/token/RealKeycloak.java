package dev.monkeycoder.auth.token;

import static io.restassured.RestAssured.given;

import dev.monkeycoder.mesh.Checkout;
import dev.monkeycoder.mesh.process.Child;
import dev.monkeycoder.mesh.process.KeycloakServer;
import dev.monkeycoder.mesh.process.PostgresAccess;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A real Keycloak with the realm of this repository, and what an administrator does there.
///
/// @param realm its address, such as `http://127.0.0.1:8180/realms/monkey`
/// @param password of its administrator, made up for this one
record RealKeycloak(URI realm, String password) {
    private static final String ADMIN = "admin";

    static RealKeycloak at(String realm) {
        return new RealKeycloak(URI.create(realm), UUID.randomUUID().toString());
    }

    /// As the local mesh starts it, with a database of its own.
    ///
    /// @param databasePassword of the administrator
    Child start(int databasePort, String databasePassword) {
        var secret = UUID.randomUUID().toString();
        new PostgresAccess(databasePort, databasePassword)
                .prepareOwned("keycloak", "keycloak", secret);
        var log = Path.of("target", "test-servers", "keycloak.log").toAbsolutePath();
        var login = new KeycloakServer.Login(databasePort, secret, password);
        return new KeycloakServer(Checkout.find(), log, realm.getPort(), login, Map.of()).start();
    }

    /// Tokens for a password, as a client with direct grants gets them.
    Response login(String client, String user, String secret) {
        return login(realm.toString(), client, user, secret);
    }

    /// A client of this realm that everybody may log in with, without our mappers.
    void strangerClient(String name) {
        admin().contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "clientId",
                                name,
                                "publicClient",
                                true,
                                "directAccessGrantsEnabled",
                                true))
                .post(admins("/clients"))
                .then()
                .statusCode(201);
    }

    /// Changes fields of a client.
    void change(String client, Map<String, Object> fields) {
        JsonPath found = admin().get(admins("/clients?clientId=" + client)).jsonPath();
        var changed = new HashMap<String, Object>(found.getMap("[0]"));
        changed.putAll(fields);
        put("/clients/" + changed.get("id"), changed);
    }

    /// Makes an account with a password, and returns its id.
    String account(String name, String secret) {
        var credential = Map.of("type", "password", "value", secret, "temporary", false);
        var location =
                admin().contentType(ContentType.JSON)
                        .body(
                                Map.of(
                                        "username",
                                        name,
                                        "email",
                                        name + "@example.org",
                                        "firstName",
                                        "Test",
                                        "lastName",
                                        "Person",
                                        "enabled",
                                        true,
                                        "credentials",
                                        List.of(credential)))
                        .post(admins("/users"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /// Moves an account to a tenant, as an administrator does.
    void move(String account, String tenant) {
        var changed =
                new HashMap<String, Object>(
                        admin().get(admins("/users/" + account)).jsonPath().getMap("$"));
        changed.put("attributes", Map.of("tenant", List.of(tenant)));
        put("/users/" + account, changed);
    }

    /// An access token of the realm `master`.
    String masterToken() {
        return login(realm.resolve("/realms/master").toString(), "admin-cli", ADMIN, password)
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private void put(String path, Map<String, Object> body) {
        admin().contentType(ContentType.JSON).body(body).put(admins(path)).then().statusCode(204);
    }

    private RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + masterToken());
    }

    private String admins(String path) {
        return realm.resolve("/admin/realms/monkey") + path;
    }

    private static Response login(String realm, String client, String user, String secret) {
        return given().contentType(ContentType.URLENC)
                .formParam("grant_type", "password")
                .formParam("scope", "openid")
                .formParam("client_id", client)
                .formParam("username", user)
                .formParam("password", secret)
                .post(realm + "/protocol/openid-connect/token");
    }
}
