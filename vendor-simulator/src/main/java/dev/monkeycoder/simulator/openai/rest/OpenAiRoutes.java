package dev.monkeycoder.simulator.openai.rest;

import dev.monkeycoder.simulator.fault.Fault;
import dev.monkeycoder.simulator.journal.Answered;
import dev.monkeycoder.simulator.journal.Asked;
import dev.monkeycoder.simulator.journal.Headers;
import dev.monkeycoder.simulator.journal.Journal;
import dev.monkeycoder.simulator.openai.ChatCompletions;
import dev.monkeycoder.simulator.openai.ModelList;
import dev.monkeycoder.simulator.play.Ending;
import dev.monkeycoder.simulator.play.Playback;
import dev.monkeycoder.simulator.play.rest.Player;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/// OpenAI's paths. They are Vert.x routes and no JAX-RS resources, since a fault must be able to
/// close the connection under an answer, and a client that leaves must be seen at once (ADR 0015).
@ApplicationScoped
class OpenAiRoutes {
    private static final Logger LOG = Logger.getLogger(OpenAiRoutes.class);
    private static final long MOST_BYTES = 64L << 20;
    private static final String BEARER = "Bearer ";

    private final ChatCompletions completions;
    private final ModelList models;
    private final Journal journal;
    private final InstantSource clock;

    OpenAiRoutes(
            ChatCompletions completions, ModelList models, Journal journal, InstantSource clock) {
        this.completions = completions;
        this.models = models;
        this.journal = journal;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.post("/v1/chat/completions")
                .handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES))
                .handler(this::complete);
        router.get("/v1/models").handler(exchange -> show(exchange, models.all()));
        router.get("/v1/models/:model")
                .handler(exchange ->
                        show(exchange, models.one(String.valueOf(exchange.pathParam("model")))));
    }

    private void complete(RoutingContext exchange) {
        String body = Objects.requireNonNullElse(exchange.body().asString(), "");
        String key = key(exchange);
        var performance = key.isEmpty() ? completions.withoutKey() : completions.perform(body);
        Asked asked =
                new Asked(
                        clock.instant(),
                        exchange.normalizedPath(),
                        performance.model(),
                        Headers.keyEnd(key),
                        Headers.of(exchange.request().headers()),
                        body);
        Playback playback = performance.playback();
        Optional<String> fault = performance.fault().map(Fault.Kind::wireName);
        long id = journal.open(asked, playback.status(), fault);
        Player.play(exchange, playback, ending -> close(id, performance, ending));
    }

    private void close(long id, ChatCompletions.Performance performance, Ending ending) {
        int status = performance.playback().status();
        Answered.Outcome outcome =
                switch (ending.how()) {
                    case COMPLETED ->
                            status < 400 ? Answered.Outcome.COMPLETED : Answered.Outcome.REFUSED;
                    case CUT -> Answered.Outcome.CUT;
                    case LEFT -> Answered.Outcome.CANCELLED_BY_CLIENT;
                };
        journal.close(id, outcome, ending.tokens(), clock.instant());
        LOG.infof(
                "answered model=%s status=%d outcome=%s fault=%s tokens=%d",
                performance.model(),
                status,
                outcome.wireName(),
                performance.fault().map(Fault.Kind::wireName).orElse("none"),
                ending.tokens());
    }

    private void show(RoutingContext exchange, Playback playback) {
        boolean allowed = !key(exchange).isEmpty();
        Player.play(exchange, allowed ? playback : completions.withoutKey().playback(), _ -> {});
    }

    /// The bearer key, any will do; empty when there is none.
    private static String key(RoutingContext exchange) {
        String header =
                Objects.requireNonNullElse(exchange.request().getHeader("authorization"), "");
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : "";
    }
}
