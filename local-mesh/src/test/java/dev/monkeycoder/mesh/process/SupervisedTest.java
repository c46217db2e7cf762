package dev.monkeycoder.mesh.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.mesh.Part;
import dev.monkeycoder.mesh.PartProgress;
import dev.monkeycoder.mesh.PartState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Supervision of a shell script, which is ready when it has said so.
@Timeout(60)
class SupervisedTest {
    @TempDir Path folder;

    private final BlockingQueue<PartProgress> heard = new LinkedBlockingQueue<>();
    private Supervised part = supervised("true");

    @AfterEach
    void end() {
        part.close();
    }

    @Test
    void aStartIsToldAndReturnsWhenReady() throws Exception {
        part = supervised("echo ready; sleep 1000");
        part.start();
        assertThat(next()).isEqualTo(PartState.STARTING);
        assertThat(next()).isEqualTo(PartState.READY);
        assertThat(part.status().pid()).isPresent();
        part.close();
        assertThat(next()).isEqualTo(PartState.STOPPED);
        assertThat(part.status().pid()).isEmpty();
    }

    @Test
    void whatDoesNotComeUpFailsWithItsLog() throws Exception {
        part = supervised("echo no key; exit 3");
        assertThatThrownBy(part::start).hasMessageContaining("no key");
        assertThat(next()).isEqualTo(PartState.STARTING);
        PartProgress last = heard.poll(20, TimeUnit.SECONDS);
        assertThat(last).isNotNull();
        assertThat(last.state()).isEqualTo(PartState.FAILED);
        assertThat(last.failure().orElseThrow()).contains("code 3").contains("no key");
    }

    @Test
    void whatCrashesIsStartedAgainAndCounted() throws Exception {
        part = supervised("echo ready; sleep 1000");
        part.start();
        ProcessHandle.of(part.status().pid().orElseThrow()).orElseThrow().destroyForcibly();
        await(PartState.RESTARTING);
        await(PartState.READY);
        assertThat(part.status().restarts()).isEqualTo(1);
        assertThat(part.status().failure().orElseThrow()).contains("ended with code 137");
    }

    @Test
    void whatWasKilledOnPurposeStaysAwayUntilItIsStarted() throws Exception {
        part = supervised("echo ready; sleep 1000");
        part.start();
        part.kill();
        await(PartState.STOPPED);
        part.start();
        await(PartState.READY);
        assertThat(part.status().restarts()).isZero();
    }

    @Test
    void aStartThatHangsEndsWhenThePartIsClosed() throws Exception {
        part = supervised("sleep 1000");
        CompletableFuture<Void> starting =
                CompletableFuture.runAsync(part::start, Thread::startVirtualThread);
        await(PartState.STARTING);
        part.close();
        assertThat(starting).failsWithin(Duration.ofSeconds(20));
        assertThat(part.status().state()).isEqualTo(PartState.STOPPED);
    }

    private PartState next() throws InterruptedException {
        PartProgress progress = heard.poll(20, TimeUnit.SECONDS);
        assertThat(progress).isNotNull();
        return progress.state();
    }

    private void await(PartState wanted) throws InterruptedException {
        for (PartState state = next(); state != wanted; state = next()) {
            assertThat(state).isNotEqualTo(PartState.FAILED);
        }
    }

    private Supervised supervised(String script) {
        return new Supervised(
                Part.AUTH,
                new Script(script),
                new Supervised.Address(1, Path.of("log")),
                heard::add);
    }

    private final class Script implements Launch {
        private final String script;
        private int starts;

        Script(String script) {
            this.script = script;
        }

        @Override
        public Child spawn() {
            Path log = folder.resolve("log" + ++starts);
            return Child.start(Program.of("script", List.of("sh", "-c", script), log));
        }

        @Override
        public void settle(Child child) {
            Readiness.await(
                    child,
                    Duration.ofSeconds(30),
                    () -> Files.readString(child.program().log()).contains("ready"));
        }
    }
}
