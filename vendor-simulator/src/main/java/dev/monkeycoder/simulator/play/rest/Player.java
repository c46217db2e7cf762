package dev.monkeycoder.simulator.play.rest;

import dev.monkeycoder.simulator.play.Beat;
import dev.monkeycoder.simulator.play.Ending;
import dev.monkeycoder.simulator.play.Playback;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Consumer;

/// Plays one [Playback] on one response. Runs on the event loop of the request only; bounded by the
/// connection's write queue, so that a slow reader holds back its own stream and nothing else.
public final class Player {
    private final Vertx vertx;
    private final RoutingContext exchange;
    private final HttpServerResponse response;
    private final List<Beat> beats;
    private final Consumer<Ending> ended;
    private final long began = System.nanoTime();
    private int position;
    private int tokens;
    private boolean over;

    private Player(RoutingContext exchange, Playback playback, Consumer<Ending> ended) {
        this.vertx = exchange.vertx();
        this.exchange = exchange;
        this.response = exchange.response();
        this.beats = playback.beats();
        this.ended = ended;
    }

    /// Starts to play; `ended` is called exactly once, on the same event loop.
    public static void play(RoutingContext exchange, Playback playback, Consumer<Ending> ended) {
        Player player = new Player(exchange, playback, ended);
        player.response.setChunked(true).setStatusCode(playback.status());
        playback.headers().forEach(player.response::putHeader);
        player.response.closeHandler(_ -> player.end(Ending.How.LEFT));
        player.response.exceptionHandler(_ -> player.end(Ending.How.LEFT));
        player.next();
    }

    private void next() {
        while (!over && position < beats.size()) {
            Beat beat = beats.get(position);
            long early = beat.at().toNanos() - (System.nanoTime() - began);
            if (early > 0) {
                vertx.setTimer(Math.max(1, early / 1_000_000), _ -> next());
                return;
            }
            if (response.writeQueueFull()) {
                response.drainHandler(_ -> next());
                return;
            }
            position++;
            if (!perform(beat)) {
                return;
            }
        }
        if (!over) {
            end(Ending.How.COMPLETED);
            response.end();
        }
    }

    /// @return false when nothing may follow
    private boolean perform(Beat beat) {
        return switch (beat) {
            case Beat.Send(_, var frame) -> {
                tokens += frame.tokens();
                response.write(frame.text());
                yield true;
            }
            case Beat.Cut _ -> {
                end(Ending.How.CUT);
                exchange.request().connection().close();
                yield false;
            }
            case Beat.Silence _ -> {
                // the status and headers go out even when no frame has
                response.write("");
                yield false;
            }
        };
    }

    private void end(Ending.How how) {
        if (!over) {
            over = true;
            ended.accept(new Ending(how, tokens));
        }
    }
}
