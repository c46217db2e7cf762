package dev.monkeycoder.gateway.door.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.monkeycoder.kit.rest.ProblemException;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Map;

/// Reads the JSON of requests into plain Java values. A field that is there twice is refused, as is
/// anything behind the object.
public final class JsonBody {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final int DEEPEST_NAMED = 16;

    private JsonBody() {}

    /// @throws ProblemException that names the place, when `body` is not one JSON object
    public static Map<?, ?> object(Buffer body) {
        try (var parser = MAPPER.getFactory().createParser(body.getBytes())) {
            return object(parser);
        } catch (IOException e) {
            throw new IllegalStateException("body: can't be closed (expected: it is in memory)", e);
        }
    }

    private static Map<?, ?> object(JsonParser parser) throws IOException {
        try {
            if (MAPPER.readValue(parser, Object.class) instanceof Map<?, ?> map) {
                return map;
            }
        } catch (JsonParseException | StreamConstraintsException _) {
            var at = parser.currentLocation();
            throw malformed(
                    field(parser),
                    "is not valid JSON at line " + at.getLineNr() + ", column " + at.getColumnNr());
        } catch (IOException _) {
            throw malformed("body", "is not one JSON object");
        }
        throw malformed("body", "is not a JSON object");
    }

    private static String field(JsonParser parser) {
        if (parser.getParsingContext().getNestingDepth() > DEEPEST_NAMED) {
            return "body";
        }
        var path = parser.getParsingContext().pathAsPointer().toString();
        return path.isEmpty() ? "body" : path.substring(1).replace('/', '.');
    }

    private static ProblemException malformed(String field, String message) {
        return ProblemException.invalid(field, message);
    }
}
