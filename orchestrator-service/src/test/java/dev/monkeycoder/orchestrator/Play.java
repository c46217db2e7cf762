package dev.monkeycoder.orchestrator;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.CallResult;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.Event;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.events.WorkspaceId;
import dev.monkeycoder.events.WorkspaceVersion;
import dev.monkeycoder.orchestrator.agent.Catalogue;
import dev.monkeycoder.orchestrator.engine.Casting;
import dev.monkeycoder.orchestrator.engine.Due;
import dev.monkeycoder.orchestrator.engine.Engine;
import dev.monkeycoder.orchestrator.engine.Input;
import dev.monkeycoder.orchestrator.engine.Patience;
import dev.monkeycoder.orchestrator.engine.Step;
import dev.monkeycoder.orchestrator.pattern.Patterns;
import dev.monkeycoder.orchestrator.run.Change;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.RunEvent;
import dev.monkeycoder.orchestrator.run.RunState;
import dev.monkeycoder.orchestrator.run.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Plays a run: what a test says happens reaches the engine, and what the engine wants is kept.
public final class Play {
    public static final RunId RUN = RunId.of("01934b6a-0000-7000-8000-000000000001");
    public static final TenantId TENANT = new TenantId("acme");
    public static final CallerId CALLER = new CallerId("key:1");
    public static final WorkspaceId WORKSPACE =
            WorkspaceId.of("01934b6a-0000-7000-8000-000000000002");
    public static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    public static final Patience PATIENCE =
            new Patience(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(300),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(5));
    public static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    public static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";
    public static final Casting CASTING = new Casting(Catalogue.builtIn(), Patterns.builtIn());

    private final Engine engine;
    private final RunSpec spec;
    private final List<Stored> history = new ArrayList<>();
    private final List<Event> sent = new ArrayList<>();
    private final Map<Due, Instant> timers = new HashMap<>();
    private RunState state = RunState.unknown(RUN);
    private Instant now = START;
    private int workspaceVersion = 1;

    private Play(RunSpec spec, Engine engine) {
        this.spec = spec;
        this.engine = engine;
    }

    public static Play of(RunSpec spec) {
        return with(spec, new Engine(CASTING, PATIENCE));
    }

    public static Play with(RunSpec spec, Engine engine) {
        return new Play(spec, engine);
    }

    /// A run of the pattern that waits for its first model call.
    public static Play begun(String pattern, String... agents) {
        return of(Specs.of(pattern, agents)).request().prepared();
    }

    public Play request() {
        input(new Input.RunRequested(spec, TENANT, CALLER, Optional.of(TRACEPARENT)));
        return this;
    }

    public Play prepared() {
        input(
                new Input.Answered(
                        new CallResult.ContextPrepared(
                                onlyCall(), workspace(1), "A small Java project.", List.of())));
        return this;
    }

    /// The model call in flight is answered, at a cost of 15 tokens and 100 micro-dollars.
    public Play says(String text, ToolUse... uses) {
        return finishes(uses.length == 0 ? "stop" : "tool_calls", text, uses);
    }

    public Play finishes(String finish, String text, ToolUse... uses) {
        return result(answer(onlyCall(), finish, text, uses));
    }

    public static CallResult.ModelCompleted answer(
            CallId call, String finish, String text, ToolUse... uses) {
        return new CallResult.ModelCompleted(
                call,
                1,
                "openai",
                "gpt-test",
                text,
                List.of(uses),
                finish,
                Usage.of(10, 5),
                new Money(100));
    }

    /// The oldest tool call in flight is answered; `write` makes a new version.
    public Play toolAnswers(String output) {
        return result(toolResult(inFlight().getFirst(), output, Optional.empty()));
    }

    public CallResult.ToolCompleted toolResult(
            CallId call, String output, Optional<String> changed) {
        if (changed.isPresent()) {
            workspaceVersion++;
        }
        return new CallResult.ToolCompleted(
                call, output, false, workspace(workspaceVersion), changed);
    }

    public Play fails(Failure.Kind kind, String detail) {
        return result(
                new CallResult.CallFailed(
                        inFlight().getFirst(),
                        new Failure(kind, detail),
                        Usage.of(7, 0),
                        new Money(9)));
    }

    public Play result(CallResult result) {
        input(new Input.Answered(result));
        return this;
    }

    public Play cancel(String reason) {
        input(new Input.CancelRequested(reason, TENANT, CALLER));
        return this;
    }

    public Play passes(Duration time) {
        now = now.plus(time);
        return this;
    }

    /// Time goes on to the next timer, which fires.
    public Play nextTimer() {
        var next = timers.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
        now = now.isAfter(next.getValue()) ? now : next.getValue();
        input(new Input.DeadlinePassed(next.getKey()));
        return this;
    }

    public Step input(Input input) {
        var step = engine.react(state, input, now);
        history.addAll(step.events());
        state = step.after();
        step.sends().forEach(send -> sent.add(send.event()));
        step.cleared().forEach(timers::remove);
        timers.putAll(step.set());
        return step;
    }

    public static ToolUse use(String tool, String arguments) {
        return new ToolUse("use-" + tool, tool, arguments);
    }

    public static ToolUse transferTo(String agent) {
        return use(
                "transfer_to_" + agent,
                "{\"reason\":\"it is your turn\",\"payload\":\"all there is\"}");
    }

    public static WorkspaceVersion workspace(int version) {
        return new WorkspaceVersion(WORKSPACE, version);
    }

    public static AgentName agent(String name) {
        return new AgentName(name);
    }

    public Run run() {
        return (Run) state;
    }

    public RunState state() {
        return state;
    }

    public Instant now() {
        return now;
    }

    public List<Stored> history() {
        return List.copyOf(history);
    }

    public List<Change> changes() {
        return Change.of(RunState.unknown(RUN), history);
    }

    public List<RunEvent> events() {
        return history.stream().map(Stored::event).toList();
    }

    public RunEvent lastEvent() {
        return history.getLast().event();
    }

    public List<String> kinds() {
        return events().stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    public Map<Due, Instant> timers() {
        return Map.copyOf(timers);
    }

    public <T> Stream<T> sent(Class<T> kind) {
        return sent.stream().filter(kind::isInstance).map(kind::cast);
    }

    public <T> T lastSent(Class<T> kind) {
        return sent(kind).toList().getLast();
    }

    public List<CallId> inFlight() {
        return run().calls().open().stream().map(call -> call.id()).toList();
    }

    private CallId onlyCall() {
        if (inFlight().size() != 1) {
            throw new AssertionError("calls in flight: " + inFlight() + " (expected: one)");
        }
        return inFlight().getFirst();
    }
}
