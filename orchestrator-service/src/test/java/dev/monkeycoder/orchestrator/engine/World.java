package dev.monkeycoder.orchestrator.engine;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.CallResult;
import dev.monkeycoder.events.ContextCommand;
import dev.monkeycoder.events.Event;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.Message;
import dev.monkeycoder.events.ModelCommand;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunSpec.Limits;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.orchestrator.Play;
import dev.monkeycoder.orchestrator.Specs;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.RunState;
import dev.monkeycoder.orchestrator.run.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// A world around one run, played at random from a seed: services that answer, fail, lose commands
/// and answer twice; clocks that run; people who cancel.
final class World {
    private static final int PATIENCE = 5_000;

    private final long seed;
    private final Random random;
    private final String pattern;
    private final Engine engine = new Engine(Play.CASTING, Play.PATIENCE);
    private final List<Reaction> reactions = new ArrayList<>();
    private final List<Stored> history = new ArrayList<>();
    private final List<Event> commands = new ArrayList<>();
    private final List<CallResult> answers = new ArrayList<>();
    private final List<Fork> parallel = new ArrayList<>();
    private final Map<Due, Instant> timers = new HashMap<>();
    private final double trouble;
    private RunState state = RunState.unknown(Play.RUN);
    private Instant now = Play.START;
    private int workspaceVersion = 1;

    /// @param timers all that are set after the step
    record Reaction(Input input, Instant at, Step step, Map<Due, Instant> timers) {}

    /// A moment with several tool calls in flight, and a result for each.
    record Fork(Engine engine, RunState before, List<CallResult> results, Instant at) {}

    private World(String pattern, long seed) {
        this.pattern = pattern;
        this.seed = seed;
        this.random = new Random(seed * 31 + pattern.hashCode());
        this.trouble = random.nextInt(3) * 0.15;
    }

    static World played(String pattern, long seed) {
        var world = new World(pattern, seed);
        world.play();
        return world;
    }

    private void play() {
        if (chance(0.03)) {
            cancel();
        }
        request();
        for (var i = 0; i < PATIENCE && !run().hasEnded(); i++) {
            happens();
        }
        IntStream.range(0, 3).forEach(_ -> answered());
        List.copyOf(answers).forEach(answer -> input(new Input.Answered(answer)));
    }

    private void happens() {
        var roll = random.nextDouble();
        if (roll < 0.01) {
            cancel();
        } else if (roll < 0.03 && chance(trouble)) {
            request();
        } else if (roll < 0.15 && !answers.isEmpty()) {
            input(new Input.Answered(any(answers)));
        } else if (roll < 0.25 && chance(trouble) && !commands.isEmpty()) {
            commands.remove(any(commands));
        } else if (roll < 0.30 && !timers.isEmpty()) {
            input(new Input.DeadlinePassed(any(List.copyOf(timers.keySet()))));
        } else if (commands.isEmpty() || chance(trouble / 3)) {
            nextTimer();
        } else {
            answered();
        }
    }

    private void request() {
        var limits =
                new Limits(
                        1 + random.nextInt(30),
                        chance(0.2) ? 1 + random.nextInt(500) : 1_000_000,
                        new Money(chance(0.2) ? random.nextInt(3_000) : 5_000_000),
                        chance(0.2) ? 1 + random.nextInt(300) : 3_600);
        var spec =
                reactions.stream()
                        .map(Reaction::input)
                        .filter(Input.RunRequested.class::isInstance)
                        .map(input -> ((Input.RunRequested) input).spec())
                        .findFirst()
                        .orElseGet(() ->
                                Specs.limited(limits, pattern, "planner", "developer", "reviewer"));
        input(
                new Input.RunRequested(
                        spec, Play.TENANT, Play.CALLER, Optional.of(Play.TRACEPARENT)));
    }

    private void cancel() {
        input(new Input.CancelRequested("enough", Play.TENANT, Play.CALLER));
    }

    private void answered() {
        if (!commands.isEmpty()) {
            remember();
            var command = any(commands);
            commands.remove(command);
            var result = result(command);
            answers.add(result);
            input(new Input.Answered(result));
        }
    }

    private void remember() {
        if (state instanceof Run run && run.calls().open().size() > 1 && !run.hasEnded()) {
            var results =
                    run.calls().open().stream()
                            .map(call -> tool(call.id(), 1 + random.nextInt(5)))
                            .toList();
            parallel.add(new Fork(engine, state, results, now));
        }
    }

    private void nextTimer() {
        timers.entrySet().stream()
                .min(
                        Map.Entry.<Due, Instant>comparingByValue()
                                .thenComparing(entry -> entry.getKey().key()))
                .ifPresent(timer -> {
                    now = now.isAfter(timer.getValue()) ? now : timer.getValue();
                    input(new Input.DeadlinePassed(timer.getKey()));
                });
    }

    private void input(Input input) {
        now = now.plusMillis(random.nextInt(3_000));
        var step = engine.react(state, input, now);
        history.addAll(step.events());
        state = step.after();
        step.sends().stream()
                .map(Step.Sending::event)
                .filter(event -> call(event).isPresent())
                .forEach(commands::add);
        step.cleared().forEach(timers::remove);
        timers.putAll(step.set());
        reactions.add(new Reaction(input, now, step, Map.copyOf(timers)));
    }

    private CallResult result(Event command) {
        var call = call(command).orElseThrow();
        if (chance(trouble / 4)) {
            return new CallResult.CallFailed(
                    call,
                    new Failure(Failure.Kind.UNAVAILABLE, "all attempts failed"),
                    Usage.of(random.nextInt(20), 0),
                    new Money(random.nextInt(20)));
        }
        return switch (command) {
            case ContextCommand.ContextRequested _ ->
                    new CallResult.ContextPrepared(
                            call,
                            Play.workspace(1),
                            "A project.",
                            List.of(new Message.User("before")));
            case ContextCommand.ToolRequested _ ->
                    tool(call, chance(0.3) ? ++workspaceVersion : workspaceVersion);
            case ModelCommand.ModelRequested model -> answer(model);
            case Event other -> throw new AssertionError(other);
        };
    }

    private CallResult tool(CallId call, int version) {
        return new CallResult.ToolCompleted(
                call,
                "output of " + call.number(),
                version % 7 == 6,
                Play.workspace(version),
                Optional.empty());
    }

    private CallResult answer(ModelCommand.ModelRequested model) {
        List<ToolUse> uses =
                chance(0.35)
                        ? List.of()
                        : IntStream.range(0, 1 + random.nextInt(4))
                                .mapToObj(i -> use(i, model))
                                .toList();
        return new CallResult.ModelCompleted(
                model.call(),
                1 + random.nextInt(3),
                "openai",
                "gpt-test",
                "text of " + model.call().number(),
                uses,
                chance(0.02) ? "length" : uses.isEmpty() ? "stop" : "tool_calls",
                Usage.of(random.nextInt(100), random.nextInt(50)),
                new Money(random.nextInt(400)));
    }

    private ToolUse use(int number, ModelCommand.ModelRequested model) {
        var id = "use-" + model.call().number() + "-" + number;
        if (chance(0.15)) {
            var targets = List.of("planner", "developer", "reviewer", "nobody", "");
            var arguments = chance(0.8) ? "{\"reason\":\"r\",\"payload\":\"p\"}" : "{\"reason\":";
            return new ToolUse(id, "transfer_to_" + any(targets), arguments);
        }
        var tools = List.of("list_files", "read_file", "search_files", "write_file", "rm_rf");
        return new ToolUse(id, any(tools), "{}");
    }

    /// The call of a command; empty for what is no command.
    static Optional<CallId> call(Event event) {
        return switch (event) {
            case ContextCommand command -> Optional.of(command.call());
            case ModelCommand command -> Optional.of(command.call());
            case Event _ -> Optional.empty();
        };
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    Engine engine() {
        return engine;
    }

    RunState state() {
        return state;
    }

    Run run() {
        return (Run) state;
    }

    Instant now() {
        return now;
    }

    List<Reaction> reactions() {
        return reactions;
    }

    List<Stored> history() {
        return history;
    }

    List<Fork> parallel() {
        return parallel;
    }

    Map<Due, Instant> timers() {
        return timers;
    }

    @Override
    public String toString() {
        return pattern
                + " seed "
                + seed
                + ": "
                + history.stream()
                        .map(stored -> stored.event().getClass().getSimpleName())
                        .toList();
    }
}
