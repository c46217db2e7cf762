package dev.monkeycoder.simulator.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A request in no vendor's format.
///
/// @param maxTokens the most output tokens that the client takes
/// @param tokens what the request weighs, by [Tokens]
/// @param body the request as it was sent
public record Prompt(
        String model,
        List<Said> said,
        List<Tool> tools,
        OptionalInt maxTokens,
        int tokens,
        String body) {
    private static final Pattern AGENT = Pattern.compile("\\AYou are the agent \"([^\"]+)\"\\.");
    private static final Pattern VISIT =
            Pattern.compile(
                    "^This is your turn number ([0-9]{1,6}) in this run\\.", Pattern.MULTILINE);

    public Prompt {
        said = List.copyOf(said);
        tools = List.copyOf(tools);
    }

    /// The last user message; empty when there is none.
    public String lastUserText() {
        int last = lastUser();
        return last < 0 ? "" : said.get(last).text();
    }

    /// The number of assistant messages after the last user message: how far the turn has come.
    public int step() {
        return (int)
                said.subList(lastUser() + 1, said.size()).stream()
                        .filter(message -> message.speaker() == Said.Speaker.ASSISTANT)
                        .count();
    }

    /// The agent whose turn it is, by the first line of the system message.
    public Optional<String> agent() {
        return said.stream()
                .filter(message -> message.speaker() == Said.Speaker.SYSTEM)
                .map(message -> AGENT.matcher(message.text()))
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .findFirst();
    }

    /// Which of the agent's turns this is, from 1, when the last user message says so.
    public OptionalInt visit() {
        Matcher match = VISIT.matcher(lastUserText());
        return match.find()
                ? OptionalInt.of(Integer.parseInt(match.group(1)))
                : OptionalInt.empty();
    }

    public boolean offers(String tool) {
        return tools.stream().anyMatch(offered -> offered.name().equals(tool));
    }

    private int lastUser() {
        for (int i = said.size() - 1; i >= 0; i--) {
            if (said.get(i).speaker() == Said.Speaker.USER) {
                return i;
            }
        }
        return -1;
    }
}
