package dev.monkeycoder.auth;

import static io.restassured.RestAssured.given;

import dev.monkeycoder.auth.key.ApiKey;
import dev.monkeycoder.auth.token.ExchangeRequest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// The service's HTTP interface, as the gateway calls it.
public final class Api {
    private Api() {}

    public static Response exchange(String type, String credential) {
        return given().contentType(ContentType.URLENC)
                .formParam("grant_type", ExchangeRequest.GRANT_TYPE)
                .formParam("subject_token", credential)
                .formParam("subject_token_type", type)
                .post("/internal/tokens");
    }

    public static Response exchangeKey(String key) {
        return exchange(ExchangeRequest.API_KEY, key);
    }

    public static Response exchangeLogin(String token) {
        return exchange(ExchangeRequest.ACCESS_TOKEN, token);
    }

    /// What claims to be a login of our realm, signed by nobody.
    public static String unsignedLogin() {
        var payload =
                """
                {"sub":"1","typ":"Bearer","azp":"monkey-cli","aud":["monkey"],"tenant":"acme",
                 "realm_access":{"roles":["admin"]},"exp":4102444800}
                """;
        return base64("{\"alg\":\"RS256\",\"kid\":\"k\"}") + "." + base64(payload) + ".AAAA";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The monkey token that a good key gives.
    public static String tokenOf(String key) {
        return exchangeKey(key).then().statusCode(200).extract().path("access_token");
    }

    public static Response makeKey(String token, Object wish) {
        return with(token).contentType(ContentType.JSON).body(wish).post("/internal/keys");
    }

    /// A new key, whole.
    public static String newKey(String token, String... scopes) {
        return makeKey(token, Map.of("name", "test", "scopes", List.of(scopes)))
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    public static Response revoke(String token, String id) {
        return with(token).delete("/internal/keys/" + id);
    }

    public static List<Map<String, Object>> keys(String token) {
        return with(token).get("/internal/keys").then().statusCode(200).extract().path("keys");
    }

    public static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    public static String id(String key) {
        return ApiKey.parse(key).orElseThrow().id().value();
    }

    /// What a JWT claims, its signature not looked at.
    public static JsonPath claims(String token) {
        var payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return new JsonPath(new String(payload, StandardCharsets.UTF_8));
    }
}
