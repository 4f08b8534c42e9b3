package dev.ripcord.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads what a request carries, of bounded size. */
final class Body {
    static final String JSON = "application/json";
    static final int MOST_BYTES = 64 * 1024;

    private Body() {}

    /** @throws Refused where it is not one JSON object, too large, or said to be something else */
    static ObjectNode object(Context request) {
        // Said, not guessed: a web page may send plain text to any server that it names, and nothing else unasked.
        requireType(request, JSON);
        byte[] bytes = bytes(request, MOST_BYTES);
        try {
            JsonNode root = Json.MAPPER.readTree(bytes);
            if (root instanceof ObjectNode object) {
                return object;
            }
            throw new Refused(Refused.BAD_REQUEST, "the body is no JSON object");
        } catch (JsonProcessingException notJson) {
            throw new Refused(Refused.BAD_REQUEST, "the body is not JSON: " + words(notJson));
        } catch (IOException | NumberFormatException unreadable) {
            throw new Refused(Refused.BAD_REQUEST, "the body cannot be read: " + unreadable.getMessage());
        }
    }

    static String words(JsonProcessingException error) {
        String first = error.getOriginalMessage().lines().findFirst().orElse("unreadable");
        String at = error.getLocation() == null
                ? ""
                : " at line " + error.getLocation().getLineNr() + ", column "
                        + error.getLocation().getColumnNr();
        return first + at;
    }

    static String type(Context request) {
        String header = request.contentType();
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    static void requireType(Context request, String type) {
        if (!type(request).equals(type)) {
            throw new Refused(Refused.BAD_REQUEST, "Content-Type is '" + type(request) + "'; it must be " + type);
        }
    }

    static byte[] bytes(Context request, int most) {
        try {
            if (request.req().getContentLengthLong() > most) {
                throw tooLarge(most);
            }
            InputStream in = request.req().getInputStream();
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge(most);
            }
            return bytes;
        } catch (IOException broken) {
            throw new Refused(Refused.BAD_REQUEST, "the body did not come to its end: " + broken.getMessage());
        }
    }

    private static Refused tooLarge(int most) {
        return new Refused(Refused.TOO_LARGE, "the body is too large; the most is " + most + " bytes");
    }
}
