package dev.monkeycoder.orchestrator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.CallResult;
import dev.monkeycoder.events.ContextCommand.ContextRequested;
import dev.monkeycoder.events.Message;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.events.ToolSpec;
import dev.monkeycoder.orchestrator.Play;
import dev.monkeycoder.orchestrator.Specs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromptTest {
    @Test
    void beginsWithTheAgentsNameAndItsInstructions() {
        var system = system(Play.begun("handoff"));
        assertThat(system.lines().findFirst()).contains("You are the agent \"planner\".");
        assertThat(system)
                .contains("You turn a task into a plan")
                .contains("The project:\nA small Java project.")
                .contains("- developer: Writes and changes code")
                .contains("(transfer_to_developer)");
    }

    @Test
    void hasExactlyOneUserMessageForTheTurnWithTheTaskAndWhereTheRunStands() {
        var play = Play.begun("sequential", "planner", "developer");
        assertThat(user(play))
                .isEqualTo(
                        """
                        Add a discount to the order total.

                        This is your turn number 1 in this run.

                        Left for the rest of the run: 60 model calls, 1000000 tokens, $5.00, 1800 seconds.\
                        """);
        play.says("The plan.");
        assertThat(user(play))
                .isEqualTo(
                        """
                        Add a discount to the order total.

                        This is your turn number 1 in this run.

                        What was answered in this run so far:

                        planner (turn 1 of the run):
                        The plan.

                        The agents before you have done their part. Do yours, on top of what they did.

                        Left for the rest of the run: 59 model calls, 999985 tokens, $4.9999, 1800 seconds.\
                        """);
    }

    @Test
    void aHandoffCarriesReasonPayloadAndWhatIsLeft() {
        var play = Play.begun("handoff").says("", Play.transferTo("developer"));
        assertThat(user(play))
                .contains("Handed over by planner. Reason: it is your turn Payload: all there is")
                .contains("Left for the rest of the run: 59 model calls")
                .doesNotContain("What was answered");
    }

    @Test
    void anAgentCountsItsOwnTurns() {
        var play = Play.begun("handoff").says("Plan.", Play.transferTo("developer"));
        play.says("Code.", Play.transferTo("reviewer")).says("No.", Play.transferTo("developer"));
        assertThat(play.lastSent(ModelRequested.class).turn()).isEqualTo(4);
        assertThat(user(play))
                .contains("This is your turn number 2 in this run.")
                .contains("planner (turn 1 of the run):\nPlan.")
                .contains("developer (turn 2 of the run):\nCode.")
                .contains("reviewer (turn 3 of the run):\nNo.");
    }

    @Test
    void theTurnsOwnAnswersAndToolResultsFollow() {
        var use = Play.use("read_file", "{\"path\":\"a\"}");
        var play = Play.begun("sequential", "developer").says("I read.", use).toolAnswers("text");
        var messages = play.lastSent(ModelRequested.class).messages();
        assertThat(messages.subList(2, messages.size()))
                .containsExactly(
                        new Message.Assistant("I read.", List.of(use)),
                        new Message.ToolResult("use-read_file", "read_file", "text"));
    }

    @Test
    void theBeginningStaysTheSameFromCallToCall() {
        var play = Play.begun("sequential", "developer");
        var before = play.lastSent(ModelRequested.class).messages();
        play.says("I look.", Play.use("list_files", "{}")).toolAnswers("a");
        assertThat(play.lastSent(ModelRequested.class).messages())
                .startsWith(before.toArray(Message[]::new));
    }

    @Test
    void everyFieldOfTheRequestReachesAModelOrContextService() {
        var spec = Specs.full("sequential", "developer");
        var play = Play.of(spec).request();
        var context = play.lastSent(ContextRequested.class);
        assertThat(context.files()).isEqualTo(spec.files());
        assertThat(context.session()).contains(Specs.SESSION);
        assertThat(context.workspace()).isEmpty();
        play.result(
                new CallResult.ContextPrepared(
                        context.call(),
                        Play.workspace(1),
                        "A project.",
                        List.of(
                                new Message.User("before"),
                                new Message.Assistant("yes", List.of()))));
        var command = play.lastSent(ModelRequested.class);
        assertThat(command.model()).contains("openai/gpt-x");
        assertThat(command.preferredVendors()).containsExactly("groq", "xai");
        assertThat(command.temperature()).contains(0.7);
        assertThat(command.maxTokens()).isEqualTo(2000);
        assertThat(system(play))
                .contains("You are the software architect.")
                .contains("The client adds these instructions:\nUse tabs.")
                .contains("Kind of task: code_generation. Write new code")
                .contains("The project:\nA project.");
        assertThat(command.messages().subList(1, 3))
                .containsExactly(
                        new Message.User("before"), new Message.Assistant("yes", List.of()));
        assertThat(command.messages()).hasSize(4);
    }

    @Test
    void aFieldThatIsNotGivenLeavesTheAgentsOwn() {
        var command = Play.begun("sequential", "planner").lastSent(ModelRequested.class);
        assertThat(command.temperature()).contains(0.2);
        assertThat(command.maxTokens()).isEqualTo(8192);
        assertThat(command.model()).isEmpty();
        assertThat(Play.begun("sequential", "custom").lastSent(ModelRequested.class).temperature())
                .isEmpty();
    }

    @Test
    void toolsAreThoseOfTheAgentAndItsTransfers() {
        var tools = Play.begun("handoff").lastSent(ModelRequested.class).tools();
        assertThat(tools)
                .extracting(ToolSpec::name)
                .containsExactly(
                        "list_files", "read_file", "search_files", "transfer_to_developer");
        assertThat(tools.getLast().parameters()).contains("\"required\":[\"reason\",\"payload\"]");
    }

    @Test
    void anUnknownKindOfTaskIsPassedOnByItsName() {
        assertThat(TaskType.told("custom")).isEmpty();
        assertThat(TaskType.told("poetry")).isEqualTo("Kind of task: poetry.");
        assertThat(TaskType.told("testing")).startsWith("Kind of task: testing. Write tests");
    }

    @Test
    void aPersonaAloneIsTheTeam() {
        var play = Play.of(Specs.persona("security_analyst")).request().prepared();
        assertThat(system(play))
                .startsWith("You are the agent \"security_analyst\".\n\nYou are the security");
        RunSpec own = Specs.persona("developer", "developer");
        var system = system(Play.of(own).request().prepared());
        assertThat(system.split("You write code that a careful", -1)).hasSize(2);
        assertThat(Optional.of(system)).get().asString().doesNotContain("The client adds");
    }

    private static String system(Play play) {
        return play.lastSent(ModelRequested.class).messages().getFirst()
                        instanceof Message.Instructions(var text)
                ? text
                : "";
    }

    private static String user(Play play) {
        var users =
                play.lastSent(ModelRequested.class).messages().stream()
                        .filter(Message.User.class::isInstance)
                        .map(message -> ((Message.User) message).text())
                        .toList();
        assertThat(users).hasSize(1);
        return users.getFirst();
    }
}
