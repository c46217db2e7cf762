package dev.monkeycoder.provider.vendor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The table of vendors. Its order is the order of choice; `docs/vendors.md` shows it.
@SuppressWarnings("ImmutableEnumChecker") // records and List.of: both can't change
public enum Vendor {
    COMPATIBLE(
            new Address("", "MONKEY_MODEL_URL", "MONKEY_MODEL_KEY"), "", Dialect.COMMON, List.of()),
    OPENAI(
            new Address("https://api.openai.com/v1", "OPENAI_BASE_URL", "OPENAI_API_KEY"),
            "gpt-5.4-mini",
            Dialect.COMPLETION_TOKENS,
            List.of("gpt-", "chatgpt-", "o1", "o3", "o4")),
    ANTHROPIC(
            new Address("https://api.anthropic.com/v1", "ANTHROPIC_BASE_URL", "ANTHROPIC_API_KEY"),
            "claude-sonnet-5",
            Dialect.COMMON,
            List.of("claude")),
    GOOGLE(
            new Address(
                    "https://generativelanguage.googleapis.com/v1beta/openai",
                    "GEMINI_BASE_URL",
                    "GEMINI_API_KEY"),
            "gemini-3.5-flash",
            Dialect.GOOGLE,
            List.of("gemini", "gemma")),
    GROQ(
            new Address("https://api.groq.com/openai/v1", "GROQ_BASE_URL", "GROQ_API_KEY"),
            "openai/gpt-oss-120b",
            Dialect.COMPLETION_TOKENS,
            List.of("llama", "meta-llama/", "qwen/", "moonshotai/", "openai/gpt-oss")),
    XAI(
            new Address("https://api.x.ai/v1", "XAI_BASE_URL", "XAI_API_KEY"),
            "grok-4.3",
            Dialect.COMPLETION_TOKENS,
            List.of("grok")),
    /// Scripted answers, for tests and a first run without keys.
    SIMULATOR(
            new Address("", "MONKEY_SIMULATOR_URL", ""),
            "scripted-bookshop",
            Dialect.COMMON,
            List.of("scripted", "synthetic", "echo"));

    /// @param base used when the variable `baseVariable` is not set; empty when there is none
    /// @param keyVariable empty when the vendor never has a key
    private record Address(String base, String baseVariable, String keyVariable) {}

    private final Address address;
    private final String model;
    private final Dialect dialect;
    private final List<String> prefixes;

    Vendor(Address address, String model, Dialect dialect, List<String> prefixes) {
        this.address = address;
        this.model = model;
        this.dialect = dialect;
        this.prefixes = prefixes;
    }

    /// The vendor of a name in requests, in any case; old clients say `grok` for xAI.
    public static Optional<Vendor> named(String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        return wanted.equals("grok")
                ? Optional.of(XAI)
                : Stream.of(values())
                        .filter(vendor -> vendor.wireName().equals(wanted))
                        .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Optional<String> publicAddress() {
        return nonEmpty(address.base);
    }

    public String addressVariable() {
        return address.baseVariable;
    }

    public Optional<String> keyVariable() {
        return nonEmpty(address.keyVariable);
    }

    /// The variable that makes the vendor exist: its key, or its address where there is no public
    /// one.
    public String decisiveVariable() {
        return address.base.isEmpty() ? address.baseVariable : address.keyVariable;
    }

    public Optional<String> defaultModel() {
        return nonEmpty(model);
    }

    public Dialect dialect() {
        return dialect;
    }

    /// Whether the vendor is known to have a model of this name.
    public boolean has(String modelName) {
        return prefixes.stream().anyMatch(modelName.toLowerCase(Locale.ROOT)::startsWith);
    }

    private static Optional<String> nonEmpty(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
