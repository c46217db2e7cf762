package dev.monkeycoder.provider.call.client;

import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.kit.work.Claim;
import dev.monkeycoder.provider.call.kafka.DeltaStream;
import dev.monkeycoder.provider.call.trace.CallSpan;
import dev.monkeycoder.provider.chat.Exchange;
import dev.monkeycoder.provider.openai.client.ChatCall;
import dev.monkeycoder.provider.vendor.Choice.Chosen;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/// One attempt under way in this process.
record Flight(
        Claim claim,
        ModelRequested request,
        Chosen chosen,
        ChatCall call,
        DeltaStream deltas,
        CallSpan span,
        long startedAt) {

    String vendor() {
        return chosen.vendor().vendor().wireName();
    }

    /// Ends it now: the vendor is told, and no text follows.
    void stop() {
        deltas.close();
        call.cancel();
    }

    /// What it came to, once it has ended.
    Uni<Exchange> ended() {
        return Uni.createFrom().completionStage(call.ended());
    }

    /// This flight, if it is the attempt of `wanted`.
    Optional<Flight> of(Claim wanted) {
        return claim.attempt() == wanted.attempt() ? Optional.of(this) : Optional.empty();
    }
}
