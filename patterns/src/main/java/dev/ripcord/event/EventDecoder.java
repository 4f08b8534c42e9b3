package dev.ripcord.event;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads an event from the bytes of a record. Never throws: what is no event is {@link Decoded.Unreadable}.
 *
 * <p>The bytes must be one JSON object in UTF-8; a byte order mark is passed over. Of a key that is there twice the
 * last one counts, as in most readers of JSON. NaN and Infinity, which are no JSON, are refused: the archive and every
 * other reader of the record would stumble over them.
 */
public final class EventDecoder {
    private static final String SEVERAL = "more follows the first JSON value; the record must be one JSON object";

    private EventDecoder() {}

    public static Decoded decode(byte[] bytes) {
        return decode(bytes, false);
    }

    /** @param whole whether somebody asks for all of the payload */
    static Decoded decode(byte[] bytes, boolean whole) {
        if (bytes == null || bytes.length == 0) {
            return unreadable("the record is empty; it must be one JSON object");
        }
        OptionalInt notUtf8 = Utf8.firstInvalid(bytes);
        if (notUtf8.isPresent()) {
            int offset = notUtf8.getAsInt();
            return unreadable("not UTF-8: byte 0x%02x at offset %d".formatted(bytes[offset], offset));
        }
        try {
            return parsed(bytes, whole);
        } catch (StreamConstraintsException beyondLimits) {
            return unreadable("beyond the limits: " + words(beyondLimits));
        } catch (JsonProcessingException notJson) {
            return unreadable("not JSON: " + words(notJson) + at(notJson.getLocation()));
        } catch (NumberFormatException absurd) {
            return unreadable("beyond the limits: a number whose exponent is above 2147483647");
        } catch (IOException | RuntimeException unforeseen) {
            // Not reached as far as we know. The source restarts for ever on a record that makes it throw.
            return unreadable("unforeseen: " + unforeseen);
        }
    }

    private static Decoded parsed(byte[] bytes, boolean whole) throws IOException {
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(bytes)) {
            return decode(parser, bytes, whole);
        }
    }

    private static Decoded decode(JsonParser parser, byte[] bytes, boolean whole) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return unreadable("the record is blank; it must be one JSON object");
        }
        if (first != JsonToken.START_OBJECT) {
            JsonNode other = NodeReader.read(parser);
            return more(parser)
                    ? unreadable(SEVERAL)
                    : unreadable("the record is " + EventReading.found(other) + "; it must be one JSON object");
        }
        EventFields fields = EventFields.read(parser, bytes, whole);
        return more(parser) ? unreadable(SEVERAL) : new EventReading(fields).decoded();
    }

    private static boolean more(JsonParser parser) throws IOException {
        // What goes wrong from here on is not said to be in the object.
        parser.clearCurrentToken();
        return parser.nextToken() != null;
    }

    private static Decoded unreadable(String reason) {
        return new Decoded.Unreadable(List.of(reason));
    }

    private static String at(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** Jackson's words, without its advice about switches that are not the producer's. */
    private static String words(JsonProcessingException error) {
        String firstLine =
                error.getOriginalMessage().lines().findFirst().orElse("").strip();
        return firstLine
                .replaceAll(", from `[^`]*`", "")
                .replaceAll(": enable `.*", "")
                .replaceAll(" \\(for Object starting .*", "");
    }
}
