package dev.monkeycoder.provider.openai;

import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.provider.chat.ChatAnswer;
import dev.monkeycoder.provider.chat.ChatFailure;
import dev.monkeycoder.provider.chat.ChatFailure.Cause;
import dev.monkeycoder.provider.chat.Ending;
import dev.monkeycoder.provider.chat.Finish;
import dev.monkeycoder.provider.chat.StreamEvent;
import dev.monkeycoder.provider.vendor.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts an answer together from its pieces and says whether it is whole.
///
/// Whole is what has a finish reason and was followed by `[DONE]`, and holds text or a tool use;
/// nothing else ever passes for an answer.
public final class Accumulator {
    private final Vendor vendor;
    private final String requestedModel;
    private final StringBuilder text = new StringBuilder();
    private final List<Use> uses = new ArrayList<>();
    private String id = "";
    private String model = "";
    private int hiddenUnits;
    private boolean done;
    private Optional<Finish> finish = Optional.empty();
    private Optional<Usage> usage = Optional.empty();
    private Optional<ChatFailure> broke = Optional.empty();

    public Accumulator(Vendor vendor, String requestedModel) {
        this.vendor = vendor;
        this.requestedModel = requestedModel;
    }

    public void add(StreamEvent event) {
        switch (event) {
            case StreamEvent.Began(var newId, var newModel) -> {
                id = newId.isEmpty() ? id : newId;
                model = newModel.isEmpty() ? model : newModel;
            }
            case StreamEvent.Text(var piece) -> text.append(piece);
            case StreamEvent.Reasoning(var piece) -> hiddenUnits += piece.length();
            case StreamEvent.ToolUsePart part -> add(part);
            case StreamEvent.Counted(var counted) -> usage = Optional.of(counted);
            case StreamEvent.Finished(var reason) -> finish = Optional.of(reason);
            case StreamEvent.Done() -> done = true;
            case StreamEvent.Broke(var failure) -> broke = broke.or(() -> Optional.of(failure));
        }
    }

    /// Nothing that follows can change the ending.
    public boolean ended() {
        return done || broke.isPresent();
    }

    public Ending ending() {
        if (broke.isPresent()) {
            return new Ending.Broken(broke.get());
        }
        if (finish.isEmpty() || !done) {
            return broken(Cause.CUT, " cut its answer off");
        }
        if (text.toString().isBlank() && uses.isEmpty() && finish.get() != Finish.CONTENT_FILTER) {
            return broken(Cause.EMPTY, " gave an empty answer");
        }
        if (uses.stream().anyMatch(use -> use.name.isEmpty())) {
            return broken(Cause.MALFORMED, " asked for a tool without its name");
        }
        return new Ending.Whole(answer(finish.get()));
    }

    /// The vendor's count, as far as it came.
    public Optional<Usage> usage() {
        return usage;
    }

    /// The UTF-16 units of all that came so far: text, thoughts and arguments.
    public int units() {
        return text.length()
                + hiddenUnits
                + uses.stream().mapToInt(use -> use.name.length() + use.arguments.length()).sum();
    }

    public String id() {
        return id;
    }

    /// The model's name as the vendor gave it, else as it was asked.
    public String model() {
        return model.isEmpty() ? requestedModel : model;
    }

    private ChatAnswer answer(Finish reason) {
        var toolUses = new ArrayList<ToolUse>();
        for (var use : uses) {
            var useId = use.id.isEmpty() ? "call_" + id + "_" + toolUses.size() : use.id;
            toolUses.add(new ToolUse(useId, use.name, use.arguments.toString()));
        }
        // Gemini says `stop` also when it wants a tool
        var said = reason == Finish.STOP && !toolUses.isEmpty() ? Finish.TOOL_CALLS : reason;
        return new ChatAnswer(id, model(), text.toString(), toolUses, said, usage);
    }

    private void add(StreamEvent.ToolUsePart part) {
        var use =
                uses.stream()
                        .filter(known -> known.index == part.index() && known.takes(part))
                        .reduce((_, last) -> last)
                        .orElseGet(() -> {
                            var begun = new Use(part.index());
                            uses.add(begun);
                            return begun;
                        });
        use.id = use.id.isEmpty() ? part.id() : use.id;
        use.name = use.name.isEmpty() ? part.name() : use.name;
        use.arguments.append(part.arguments());
    }

    private Ending broken(Cause cause, String what) {
        return new Ending.Broken(ChatFailure.of(cause, vendor.wireName() + what));
    }

    private static final class Use {
        private final int index;
        private final StringBuilder arguments = new StringBuilder();
        private String id = "";
        private String name = "";

        private Use(int index) {
            this.index = index;
        }

        /// Some servers give every use the index 0: another id at an index is another use.
        private boolean takes(StreamEvent.ToolUsePart part) {
            return part.id().isEmpty() || id.isEmpty() || id.equals(part.id());
        }
    }
}
