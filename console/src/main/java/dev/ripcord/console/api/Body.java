package dev.ripcord.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Reads what a request carries, of bounded size. */
final class Body {
    static final String JSON = "application/json";
    static final int MOST_BYTES = 64 * 1024;

    /** Bytes a second: who is slower holds a thread, and a place, for nothing. */
    private static final int SLOWEST = 1_000;

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int PART = 8_192;

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
            InputStream in = request.req().getInputStream();
            boolean said = request.req().getContentLengthLong() > most;
            byte[] bytes = said ? new byte[0] : read(in, most + 1, WallClock::nanoTime);
            if (said || bytes.length > most) {
                // Most clients read no answer while they write: what is a little too large is taken, and thrown away.
                read(in, 2 * most, WallClock::nanoTime);
                throw tooLarge(most);
            }
            return bytes;
        } catch (IOException broken) {
            throw new Refused(Refused.BAD_REQUEST, "the body did not come to its end: " + broken.getMessage());
        }
    }

    /** @param nanos the time, by a clock that nobody sets */
    static byte[] read(InputStream in, int most, LongSupplier nanos) throws IOException {
        long began = nanos.getAsLong();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        int length = in.read(part, 0, Math.min(PART, most));
        while (length > 0) {
            bytes.write(part, 0, length);
            requireSpeed(bytes.size(), TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - began));
            length = in.read(part, 0, Math.min(PART, most - bytes.size()));
        }
        return bytes.toByteArray();
    }

    private static void requireSpeed(int bytes, long millis) {
        if (millis > PATIENCE_MILLIS && bytes < millis * SLOWEST / 1_000) {
            throw new Refused(
                    Refused.BAD_REQUEST, "the body comes too slowly; the least is " + SLOWEST + " bytes a second");
        }
    }

    private static Refused tooLarge(int most) {
        return new Refused(Refused.TOO_LARGE, "the body is too large; the most is " + most + " bytes");
    }
}
