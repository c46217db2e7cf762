package dev.monkeycoder.auth.token.rest;

import dev.monkeycoder.auth.token.Exchange;
import dev.monkeycoder.auth.token.ExchangeRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The exchange of a credential for a monkey token (RFC 8693). The one door that needs no token:
/// the credential is in the form.
@Path("/internal/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {
    private final Exchanges exchanges;
    private final TokenSigner signer;
    private final InstantSource clock;

    TokensResource(Exchanges exchanges, TokenSigner signer, InstantSource clock) {
        this.exchanges = exchanges;
        this.signer = signer;
        this.clock = clock;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> exchange(@Nullable MultivaluedMap<String, String> form) {
        return exchanges
                .exchange(ExchangeRequest.read(form == null ? Map.of() : form))
                .map(exchange ->
                        switch (exchange) {
                            case Exchange.Granted(var token) ->
                                    Response.ok(
                                                    TokenAnswer.of(
                                                            token,
                                                            signer.sign(token),
                                                            clock.instant()))
                                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                            .build();
                            case Exchange.Refused(var refusal) -> TokenProblem.response(refusal);
                        });
    }
}
