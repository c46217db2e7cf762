package dev.monkeycoder.simulator.model;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The simulator's own tokeniser, a rule that anybody can count by hand and no vendor's: a token is
/// up to six letters or digits, or up to three other signs, each with the one space before it; what
/// white space remains makes tokens of up to eight.
public final class Tokens {
    private static final Pattern TOKEN =
            Pattern.compile(
                    " ?[\\p{L}\\p{M}\\p{N}_]{1,6}| ?[^\\s\\p{L}\\p{M}\\p{N}_]{1,3}|\\s{1,8}");

    private Tokens() {}

    /// The tokens of a text; joined, they are the text.
    public static List<String> split(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    public static int count(String text) {
        return (int) TOKEN.matcher(text).results().count();
    }
}
