package dev.monkeycoder.mesh.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

public class OtlpSpansTest {
    public static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void aSpanIsReadWithAllThatIsTold() throws Exception {
        assertThat(OtlpSpans.read(request("00f067aa0ba902b7").toByteArray()))
                .containsExactly(
                        new Span(
                                TRACE,
                                "00f067aa0ba902b7",
                                "",
                                "chat gpt",
                                "client",
                                "provider",
                                5,
                                9,
                                "error",
                                Map.of(
                                        "gen_ai.request.model",
                                        "gpt",
                                        "tokens",
                                        12L,
                                        "stream",
                                        true,
                                        "temperature",
                                        0.5,
                                        "reasons",
                                        List.of("stop", "length"))));
    }

    @Test
    void whatIsNoRequestIsRefused() {
        assertThatThrownBy(() -> OtlpSpans.read(new byte[] {1, 2, 3}))
                .isInstanceOf(InvalidProtocolBufferException.class);
    }

    /// An export of one span.
    public static ExportTraceServiceRequest request(String spanId) {
        var span =
                io.opentelemetry.proto.trace.v1.Span.newBuilder()
                        .setTraceId(bytes(TRACE))
                        .setSpanId(bytes(spanId))
                        .setName("chat gpt")
                        .setKind(io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CLIENT)
                        .setStartTimeUnixNano(5)
                        .setEndTimeUnixNano(9)
                        .setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR))
                        .addAttributes(pair("gen_ai.request.model", text("gpt")))
                        .addAttributes(
                                pair("tokens", AnyValue.newBuilder().setIntValue(12).build()))
                        .addAttributes(
                                pair("stream", AnyValue.newBuilder().setBoolValue(true).build()))
                        .addAttributes(
                                pair(
                                        "temperature",
                                        AnyValue.newBuilder().setDoubleValue(0.5).build()))
                        .addAttributes(pair("reasons", list("stop", "length")));
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(
                        ResourceSpans.newBuilder()
                                .setResource(
                                        Resource.newBuilder()
                                                .addAttributes(
                                                        pair("service.name", text("provider"))))
                                .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build();
    }

    private static AnyValue list(String... texts) {
        ArrayValue.Builder values = ArrayValue.newBuilder();
        for (String text : texts) {
            values.addValues(text(text));
        }
        return AnyValue.newBuilder().setArrayValue(values).build();
    }

    private static AnyValue text(String value) {
        return AnyValue.newBuilder().setStringValue(value).build();
    }

    private static KeyValue pair(String key, AnyValue value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
