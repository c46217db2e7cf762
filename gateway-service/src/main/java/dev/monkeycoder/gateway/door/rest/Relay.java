package dev.monkeycoder.gateway.door.rest;

import dev.monkeycoder.gateway.upstream.client.Answer;
import jakarta.ws.rs.core.Response;

/// Hands a part's good answer to the client as it is.
public final class Relay {
    private Relay() {}

    public static Response response(Answer answer) {
        var response = Response.status(answer.status());
        if (answer.body().length() > 0) {
            response.entity(answer.body().getBytes())
                    .type(answer.contentType().orElse("application/octet-stream"));
        }
        return response.build();
    }
}
