package dev.monkeycoder.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.Fact.CallsCancelled;
import dev.monkeycoder.events.RunCommand.RunCancelRequested;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    private static final RunId RUN = new RunId(new UUID(0, 1));

    @Test
    void fieldsAreSnakeCaseAndAbsentOnesAreLeftOut() {
        assertThat(
                        EventJson.write(
                                new Origin(
                                        new TenantId("t"),
                                        new CallerId("key:a"),
                                        Optional.empty())))
                .isEqualTo("{\"tenant\":\"t\",\"caller\":\"key:a\"}");
        assertThat(EventJson.write(new CallsCancelled(RUN, List.of(new CallId(RUN, 2)))))
                .contains("\"calls\":[\"00000000-0000-0000-0000-000000000001/2\"]");
    }

    @Test
    void aFieldOfANewerWriterIsPassedOver() {
        var json = "{\"run\":\"" + RUN + "\",\"reason\":\"enough\",\"added_later\":1}";
        assertThat(EventJson.read(json, RunCancelRequested.class))
                .isEqualTo(new RunCancelRequested(RUN, "enough"));
    }

    @Test
    void whatIsNoEventIsUnreadable() {
        assertThatThrownBy(() -> EventJson.read("{\"run\":", RunCancelRequested.class))
                .isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> EventJson.read("{}", RunCancelRequested.class))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("run: missing");
    }

    @Test
    void anOutgoingEventKnowsItsTopicTypeAndKey() {
        var origin = new Origin(new TenantId("t"), new CallerId("key:a"), Optional.of("00-x"));
        var out =
                Outgoing.of(
                        new UUID(0, 9),
                        new RunCancelRequested(RUN, "enough"),
                        origin,
                        "gateway",
                        Instant.EPOCH);
        assertThat(out.topic()).isEqualTo("monkey.run.commands");
        assertThat(out.type()).isEqualTo("dev.monkeycoder.run.cancel_requested.v1");
        assertThat(out.stream()).isEqualTo(RUN.toString());
        assertThat(origin.within("00-y").traceparent()).contains("00-y");
    }
}
