package dev.monkeycoder.provider.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final Vendors ALL =
            vendors(
                    Map.of(
                            "OPENAI_API_KEY", "k1",
                            "ANTHROPIC_API_KEY", "k2",
                            "GEMINI_API_KEY", "k3",
                            "GROQ_API_KEY", "k4",
                            "XAI_API_KEY", "k5"));

    private static Vendors vendors(Map<String, String> variables) {
        return Vendors.of(name -> Optional.ofNullable(variables.get(name)));
    }

    private static String chosen(Vendors vendors, String model, String... preferred) {
        return switch (Choice.choose(
                vendors,
                model.isEmpty() ? Optional.empty() : Optional.of(model),
                List.of(preferred))) {
            case Choice.Chosen(var vendor, var name) -> vendor.vendor().wireName() + " " + name;
            case Choice.Refused(var detail) -> detail;
        };
    }

    @Test
    void vendorAndModelAreTakenAtTheirWord() {
        assertThat(chosen(ALL, "anthropic/claude-opus-5")).isEqualTo("anthropic claude-opus-5");
        assertThat(chosen(ALL, "groq/openai/gpt-oss-20b")).isEqualTo("groq openai/gpt-oss-20b");
    }

    @Test
    void oldClientsSayGrokForXai() {
        assertThat(chosen(ALL, "grok/grok-4.3")).isEqualTo("xai grok-4.3");
        assertThat(chosen(ALL, "", "grok")).isEqualTo("xai grok-4.3");
    }

    @Test
    void bareModelGoesToTheVendorThatHasIt() {
        assertThat(chosen(ALL, "gpt-5")).isEqualTo("openai gpt-5");
        assertThat(chosen(ALL, "o3")).isEqualTo("openai o3");
        assertThat(chosen(ALL, "claude-haiku-4-5")).isEqualTo("anthropic claude-haiku-4-5");
        assertThat(chosen(ALL, "gemini-2.5-pro")).isEqualTo("google gemini-2.5-pro");
        assertThat(chosen(ALL, "grok-4.3")).isEqualTo("xai grok-4.3");
        assertThat(chosen(ALL, "meta-llama/llama-4-scout"))
                .isEqualTo("groq meta-llama/llama-4-scout");
    }

    @Test
    void preferenceIsNoConstraint() {
        assertThat(chosen(ALL, "gpt-5", "anthropic")).isEqualTo("openai gpt-5");
        assertThat(chosen(ALL, "gpt-5", "mistral", "openai")).isEqualTo("openai gpt-5");
    }

    @Test
    void unknownBareModelGoesToThePreferredVendorElseTheFirst() {
        assertThat(chosen(ALL, "brand-new", "xai", "groq")).isEqualTo("xai brand-new");
        assertThat(chosen(ALL, "brand-new")).isEqualTo("openai brand-new");
    }

    @Test
    void withoutModelTheConfiguredOneCounts() {
        var vendors = vendors(Map.of("ANTHROPIC_API_KEY", "k", "MONKEY_MODEL", "claude-opus-5"));
        assertThat(chosen(vendors, "")).isEqualTo("anthropic claude-opus-5");
        assertThat(chosen(vendors, " ")).isEqualTo("anthropic claude-opus-5");
    }

    @Test
    void withoutAnyModelTheFirstDefaultCountsPreferredVendorsFirst() {
        assertThat(chosen(ALL, ""))
                .isEqualTo("openai " + Vendor.OPENAI.defaultModel().orElseThrow());
        assertThat(chosen(ALL, "", "google"))
                .isEqualTo("google " + Vendor.GOOGLE.defaultModel().orElseThrow());
    }

    @Test
    void anyCompatibleServerTakesAnyName() {
        var vendors = vendors(Map.of("MONKEY_MODEL_URL", "http://127.0.0.1:11434/v1"));
        assertThat(chosen(vendors, "qwen3:8b")).isEqualTo("compatible qwen3:8b");
        assertThat(chosen(vendors, "mistralai/Mistral-7B"))
                .isEqualTo("compatible mistralai/Mistral-7B");
        assertThat(chosen(vendors, "")).contains("set MONKEY_MODEL");
    }

    @Test
    void simulatorIsAskedForItsScript() {
        var vendors = vendors(Map.of("MONKEY_SIMULATOR_URL", "http://127.0.0.1:8090/v1"));
        assertThat(chosen(vendors, "")).isEqualTo("simulator scripted-bookshop");
        assertThat(chosen(vendors, "gpt-5", "openai")).isEqualTo("simulator gpt-5");
    }

    @Test
    void refusalSaysWhichVariableToSet() {
        var groqOnly = vendors(Map.of("GROQ_API_KEY", "k"));
        assertThat(chosen(groqOnly, "openai/gpt-5"))
                .isEqualTo("vendor openai is not configured: set OPENAI_API_KEY");
        assertThat(chosen(groqOnly, "mistral/large"))
                .contains("unknown vendor", "MONKEY_MODEL_URL");
        assertThat(chosen(groqOnly, "groq/")).contains("expected: vendor/model");
        assertThat(chosen(vendors(Map.of()), "gpt-5"))
                .contains("OPENAI_API_KEY", "XAI_API_KEY", "MONKEY_MODEL_URL");
    }

    @Test
    void vendorExistsOnlyWithItsKeyAndItsAddressCanBeOverridden() {
        var vendors =
                vendors(
                        Map.of(
                                "OPENAI_BASE_URL", "http://localhost:1/v1/",
                                "GROQ_API_KEY", "k",
                                "GROQ_BASE_URL", "https://proxy.example/groq/"));
        assertThat(vendors.configured())
                .extracting(vendor -> vendor.chatCompletions().toString())
                .containsExactly("https://proxy.example/groq/chat/completions");
    }

    @Test
    void unusableAddressNamesItsVariable() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> vendors(Map.of("MONKEY_MODEL_URL", "localhost:11434")))
                .hasMessageContaining("MONKEY_MODEL_URL")
                .hasMessageContaining("http");
    }

    @Test
    void keyNeverShowsItself() {
        assertThat(ALL.toString()).doesNotContain("k1", "k2").contains("***");
    }
}
