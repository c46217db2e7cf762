package dev.monkeycoder.context.tool;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/// What a search looks for within a line.
public sealed interface Query {
    int MOST_CHARACTERS = 1_000;

    /// The place of the first match in `line`; negative when there is none.
    int find(String line);

    /// This text, case and all.
    record Plain(String text) implements Query {
        @Override
        public int find(String line) {
            return line.indexOf(text);
        }
    }

    /// A pattern of RE2, whose time grows only with the length of what it reads.
    record Regex(Pattern pattern) implements Query {
        @Override
        public int find(String line) {
            var matcher = pattern.matcher(line);
            return matcher.find() ? matcher.start() : -1;
        }
    }

    sealed interface Reading {
        record Good(Query query) implements Reading {}

        /// @param reason one sentence for the model
        record Bad(String reason) implements Reading {}
    }

    static Reading read(String text, boolean regex) {
        if (text.isEmpty()) {
            return new Reading.Bad("query is empty: give the text to look for.");
        }
        if (text.length() > MOST_CHARACTERS) {
            return new Reading.Bad(
                    "query is longer than " + MOST_CHARACTERS + " characters: look for less.");
        }
        if (!regex) {
            return text.indexOf('\n') >= 0
                    ? new Reading.Bad(
                            "query has a line break, but a search looks at one line at a time: look"
                                    + " for one line of it.")
                    : new Reading.Good(new Plain(text));
        }
        if (Repeats.isTooMany(text)) {
            return new Reading.Bad(
                    "query repeats too much ({n} within {n}): use smaller numbers or * and +.");
        }
        try {
            return new Reading.Good(new Regex(Pattern.compile(text)));
        } catch (PatternSyntaxException wrong) {
            return new Reading.Bad(
                    "query is no regular expression in RE2 syntax ("
                            + wrong.getDescription()
                            + "; look-around and back-references don't exist there): mend it, or"
                            + " leave out regex to look for plain text.");
        }
    }
}
