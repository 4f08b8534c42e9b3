package dev.ripcord.console.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes a body apart into the bytes of its events, each as its producer wrote it. */
final class EventSplit {
    static final String JSON_LINES = "application/x-ndjson";

    /** One level more than an event may have: the array around it. What is in the events is read elsewhere. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Json.MAX_NESTING + 1)
                    .maxNumberLength(Json.MAX_DIGITS)
                    .build())
            .build();

    private EventSplit() {}

    /** @throws Refused where there are too many, or an array is not JSON: nobody knows where its events end */
    static List<byte[]> events(String type, byte[] body, int most) {
        if (type.equals(JSON_LINES)) {
            return lines(body, most);
        }
        return firstCharacter(body) == '[' ? elements(body, most) : List.of(body);
    }

    /** Before the next one is taken: millions of tiny ones need many times the memory of their body. */
    private static void requireRoom(List<byte[]> events, int most) {
        if (events.size() >= most) {
            throw new Refused(Refused.TOO_LARGE, "more than " + most + " events, the most at once");
        }
    }

    private static char firstCharacter(byte[] body) {
        for (byte one : body) {
            if (one > ' ') {
                return (char) one;
            }
        }
        return ' ';
    }

    private static List<byte[]> lines(byte[] body, int most) {
        List<byte[]> lines = new ArrayList<>();
        for (int start = 0; start < body.length; ) {
            int end = start;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            if (firstCharacter(Arrays.copyOfRange(body, start, end)) != ' ') {
                requireRoom(lines, most);
                lines.add(Arrays.copyOfRange(body, start, end));
            }
            start = end + 1;
        }
        return lines;
    }

    private static List<byte[]> elements(byte[] body, int most) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            List<byte[]> elements = new ArrayList<>();
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                requireRoom(elements, most);
                int start = (int) parser.currentTokenLocation().getByteOffset();
                // Strings are read lazily: without this their end is not where the parser is.
                parser.skipChildren();
                parser.finishToken();
                elements.add(Arrays.copyOfRange(
                        body, start, (int) parser.currentLocation().getByteOffset()));
            }
            if (parser.nextToken() != null) {
                throw new Refused(Refused.BAD_REQUEST, "more follows the array of events; the body must be one array");
            }
            return elements;
        } catch (JsonProcessingException notJson) {
            throw new Refused(Refused.BAD_REQUEST, "the array of events is not JSON: " + Body.words(notJson));
        } catch (IOException unreadable) {
            throw new Refused(Refused.BAD_REQUEST, "the body cannot be read: " + unreadable.getMessage());
        }
    }
}
