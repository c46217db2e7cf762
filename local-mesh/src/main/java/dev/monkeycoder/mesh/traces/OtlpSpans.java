package dev.monkeycoder.mesh.traces;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads spans from an OTLP export request (opentelemetry-proto, `trace/v1`).
public final class OtlpSpans {
    private OtlpSpans() {}

    /// @throws InvalidProtocolBufferException when it is not such a request
    public static List<Span> read(byte[] protobuf) throws InvalidProtocolBufferException {
        List<Span> spans = new ArrayList<>();
        for (ResourceSpans resource :
                ExportTraceServiceRequest.parseFrom(protobuf).getResourceSpansList()) {
            Map<String, Object> origin = attributes(resource.getResource().getAttributesList());
            String service = String.valueOf(origin.getOrDefault("service.name", "unknown"));
            resource.getScopeSpansList().stream()
                    .flatMap(scope -> scope.getSpansList().stream())
                    .map(span -> span(service, span))
                    .forEach(spans::add);
        }
        return spans;
    }

    private static Span span(String service, io.opentelemetry.proto.trace.v1.Span span) {
        return new Span(
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                hex(span.getParentSpanId()),
                span.getName(),
                word(span.getKind().name(), "SPAN_KIND_"),
                service,
                span.getStartTimeUnixNano(),
                span.getEndTimeUnixNano(),
                word(span.getStatus().getCode().name(), "STATUS_CODE_"),
                attributes(span.getAttributesList()));
    }

    private static Map<String, Object> attributes(List<KeyValue> pairs) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        pairs.forEach(pair -> attributes.put(pair.getKey(), value(pair.getValue())));
        return attributes;
    }

    private static Object value(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> value.getBoolValue();
            case INT_VALUE -> value.getIntValue();
            case DOUBLE_VALUE -> value.getDoubleValue();
            case ARRAY_VALUE ->
                    value.getArrayValue().getValuesList().stream().map(OtlpSpans::value).toList();
            case KVLIST_VALUE -> attributes(value.getKvlistValue().getValuesList());
            case BYTES_VALUE -> hex(value.getBytesValue());
            case VALUE_NOT_SET -> "";
        };
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static String word(String constant, String prefix) {
        return constant.replace(prefix, "").toLowerCase(Locale.ROOT);
    }
}
