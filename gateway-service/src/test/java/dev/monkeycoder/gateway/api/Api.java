package dev.monkeycoder.gateway.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;

/// What tests say to the gateway.
final class Api {
    static final String RUNS = "/api/v1/runs";

    private Api() {}

    static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + RestAssured.port + path);
    }

    static RequestSpecification as(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    static Response post(String key, String path, String json) {
        return as(key).contentType(ContentType.JSON).body(json).post(path);
    }

    static String accepted(String key) {
        return post(key, RUNS, "{\"prompt\":\"do it\"}")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /// Holds an answer to the form of a problem, with nothing of the inside in it.
    static ValidatableResponse problem(Response response, int status, String type) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("status", equalTo(status))
                .body("trace", matchesPattern("[0-9a-f]{32}"));
    }
}
