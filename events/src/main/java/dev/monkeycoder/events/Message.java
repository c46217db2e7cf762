package dev.monkeycoder.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// One message of a conversation with a model, in no vendor's format.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "role")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Message.Instructions.class, name = "system"),
    @JsonSubTypes.Type(value = Message.User.class, name = "user"),
    @JsonSubTypes.Type(value = Message.Assistant.class, name = "assistant"),
    @JsonSubTypes.Type(value = Message.ToolResult.class, name = "tool")
})
public sealed interface Message {
    record Instructions(String text) implements Message {
        public Instructions {
            Check.present(text, "text");
        }
    }

    record User(String text) implements Message {
        public User {
            Check.present(text, "text");
        }
    }

    record Assistant(String text, List<ToolUse> toolUses) implements Message {
        public Assistant {
            Check.present(text, "text");
            toolUses = Check.list(toolUses);
        }
    }

    /// What a tool answered; `toolUse` is the id of the [ToolUse] that asked.
    record ToolResult(String toolUse, String name, String text) implements Message {
        public ToolResult {
            Check.text(toolUse, "tool_use");
            Check.text(name, "name");
            Check.present(text, "text");
        }
    }
}
