package dev.monkeycoder.orchestrator.run;

import dev.monkeycoder.events.CallId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The calls of a run: which are in flight, which were given up, and the next number.
///
/// @param next the number of the next call; each is used once
/// @param inFlight by number, in the order they were asked
/// @param givenUp without a result so far, of which one may still come late
public record Calls(int next, Map<Integer, Call> inFlight, Map<Integer, Call> givenUp) {
    public static final Calls NONE = new Calls(1, Map.of(), Map.of());

    /// A call that was asked for.
    ///
    /// @param deadline the newest one
    public record Call(RunEvent.Asked asked, Instant deadline, boolean repeated) {
        public CallId id() {
            return asked.call();
        }

        public boolean isModelCallOf(int turn) {
            return asked instanceof RunEvent.ModelAsked model && model.turn() == turn;
        }

        Call until(Instant time) {
            return deadline.isAfter(time) ? new Call(asked, time, repeated) : this;
        }
    }

    public Optional<Call> inFlight(CallId call) {
        return Optional.ofNullable(inFlight.get(call.number()));
    }

    public Optional<Call> givenUp(CallId call) {
        return Optional.ofNullable(givenUp.get(call.number()));
    }

    public List<Call> open() {
        return List.copyOf(inFlight.values());
    }

    public boolean isIdle() {
        return inFlight.isEmpty();
    }

    Calls asked(RunEvent.Asked asked) {
        var more = new LinkedHashMap<>(inFlight);
        more.put(asked.call().number(), new Call(asked, asked.deadline(), false));
        return new Calls(asked.call().number() + 1, more, givenUp);
    }

    /// The number of a call that nobody was asked to do is used up too.
    Calls refused(RunEvent.ToolRefused refused) {
        return new Calls(refused.call().number() + 1, inFlight, givenUp);
    }

    Calls repeated(RunEvent.CallRepeated repeated) {
        return changed(repeated.call(), call -> new Call(call.asked(), repeated.deadline(), true));
    }

    /// The call has ended, and nothing more of it counts.
    Calls ended(CallId call) {
        return new Calls(next, without(inFlight, call), without(givenUp, call));
    }

    /// Nobody waits for the call any more, but a late result still counts for the bill.
    Calls gaveUp(CallId id) {
        return inFlight(id).map(call -> ended(id).remembering(call)).orElse(this);
    }

    Calls gaveAllUp() {
        var calls = this;
        for (var call : open()) {
            calls = calls.gaveUp(call.id());
        }
        return calls;
    }

    Calls until(Instant time) {
        var calls = this;
        for (var open : open()) {
            calls = calls.changed(open.id(), call -> call.until(time));
        }
        return calls;
    }

    private Calls remembering(Call call) {
        var more = new LinkedHashMap<>(givenUp);
        more.put(call.id().number(), call);
        return new Calls(next, inFlight, more);
    }

    private Calls changed(CallId id, UnaryOperator<Call> change) {
        var changed = new LinkedHashMap<>(inFlight);
        changed.computeIfPresent(id.number(), (_, call) -> change.apply(call));
        return new Calls(next, changed, givenUp);
    }

    private static Map<Integer, Call> without(Map<Integer, Call> calls, CallId call) {
        var fewer = new LinkedHashMap<>(calls);
        fewer.remove(call.number());
        return fewer;
    }
}
