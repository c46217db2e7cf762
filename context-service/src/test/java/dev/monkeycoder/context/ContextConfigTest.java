package dev.monkeycoder.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContextConfigTest {
    private final ContextConfig config =
            new SmallRyeConfigBuilder()
                    .withMapping(ContextConfig.class)
                    .build()
                    .getConfigMapping(ContextConfig.class);

    @Test
    void workspacesHaveTheirDefaults() {
        var workspaces = config.workspaces();

        assertThat(workspaces.files()).isEqualTo(20_000);
        assertThat(workspaces.fileBytes()).isEqualTo(10_000_000);
        assertThat(workspaces.totalBytes()).isEqualTo(200_000_000);
        assertThat(workspaces.archiveBytes()).isEqualTo(200_000_000);
        assertThat(workspaces.archiveRatio()).isEqualTo(200);
        assertThat(workspaces.uploadsAtOnce()).isEqualTo(4);
    }

    @Test
    void toolsHaveTheirDefaults() {
        var tools = config.tools();

        assertThat(tools.outputCharacters()).isEqualTo(30_000);
        assertThat(tools.matches()).isEqualTo(200);
        assertThat(tools.lineCharacters()).isEqualTo(300);
        assertThat(tools.listedFiles()).isEqualTo(1_000);
        assertThat(tools.searchedBytes()).isEqualTo(100_000_000);
    }

    @Test
    void sessionsAndWorkHaveTheirDefaults() {
        assertThat(config.sessions().historyCharacters()).isEqualTo(30_000);
        assertThat(config.sessions().historyTurns()).isEqualTo(200);
        assertThat(config.work().inFlight()).isEqualTo(16);
        assertThat(config.work().attempts()).isEqualTo(3);
        assertThat(config.work().lease()).isEqualTo(Duration.ofSeconds(10));
    }
}
