package dev.ripcord.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads one line of JSON with the places of its values. */
public final class JsonTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final int line;

    private JsonTree(JsonParser parser, int line) {
        this.parser = parser;
        this.line = line;
    }

    /**
     * @param line its number in the file
     * @throws UnreadableSource where the line is not one JSON value
     */
    public static Located read(String text, int line) throws UnreadableSource {
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            var tree = new JsonTree(parser, line);
            Located value = tree.value(parser.nextToken());
            Place end = tree.place(parser.currentLocation());
            if (parser.nextToken() != null) {
                throw new UnreadableSource(end, "not JSON: something follows the value; one line holds one object");
            }
            return value;
        } catch (JsonProcessingException notJson) {
            int column =
                    notJson.getLocation() == null ? 1 : notJson.getLocation().getColumnNr();
            throw new UnreadableSource(
                    new Place(line, Math.max(1, column)), "not JSON: " + inShort(notJson.getOriginalMessage()));
        } catch (IOException unreadable) {
            throw new UnreadableSource(new Place(line, 1), "not JSON: " + unreadable.getMessage());
        }
    }

    private Located value(JsonToken token) throws IOException {
        Place place = place(parser.currentTokenLocation());
        if (token == JsonToken.START_OBJECT) {
            return object(place);
        }
        if (token == JsonToken.START_ARRAY) {
            return array(place);
        }
        return new Located(scalar(token), place, place, Map.of(), beside(place));
    }

    private Located object(Place place) throws IOException {
        ObjectNode json = JSON.objectNode();
        Map<String, Located> children = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place keyPlace = place(parser.currentTokenLocation());
            String key = parser.currentName();
            Located child = value(parser.nextToken()).under(keyPlace);
            json.set(key, child.json());
            children.put(key, child);
        }
        return new Located(json, place, place, children, beside(place));
    }

    private Located array(Place place) throws IOException {
        ArrayNode json = JSON.arrayNode();
        Map<String, Located> children = new LinkedHashMap<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Located child = value(token);
            children.put(Integer.toString(json.size()), child);
            json.add(child.json());
        }
        return new Located(json, place, place, children, beside(place));
    }

    private JsonNode scalar(JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return whole();
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            return JSON.numberNode(parser.getDecimalValue());
        }
        if (token == JsonToken.VALUE_STRING) {
            return JSON.textNode(parser.getText());
        }
        return token == JsonToken.VALUE_NULL ? JSON.nullNode() : JSON.booleanNode(token == JsonToken.VALUE_TRUE);
    }

    private JsonNode whole() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> JSON.numberNode(parser.getIntValue());
            case LONG -> JSON.numberNode(parser.getLongValue());
            default -> JSON.numberNode(parser.getBigIntegerValue());
        };
    }

    private Place place(JsonLocation location) {
        return new Place(line, Math.max(1, location.getColumnNr()));
    }

    /** No clause is read from JSON: the place of the text is near enough. */
    private static UnaryOperator<Place> beside(Place place) {
        return within -> place;
    }

    /** Jackson goes on to say which line of which Java object it means. */
    private static String inShort(String message) {
        return message.lines().findFirst().orElse("unreadable").replaceFirst(" \\(for \\w+ starting at .*", "");
    }
}
