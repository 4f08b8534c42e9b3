package dev.ripcord.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Reads single values, or passes over them, where a parser stands: what {@code ObjectReader.readTree} makes of a whole
 * record, it makes of each. Recursion is as deep as the value, which the parser bounds.
 */
final class NodeReader {
    /** A shorter number has no exponent of ten digits, and only those are beyond all bounds. */
    private static final int MAX_SAFE_LENGTH = "1e999999999".length();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private NodeReader() {}

    /** @return the value whose first token is the parser's current one; its last one is current afterwards */
    static JsonNode read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(shortest(parser.getDecimalValue()));
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.instance;
            case FIELD_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("no value begins with " + parser.currentToken());
        };
    }

    /** @return the object at whose start the parser is */
    static ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            object.set(name, read(parser));
        }
        return object;
    }

    /**
     * Refuses what {@link #read} refuses, and makes nothing.
     *
     * @param longStrings whether a string may be too long: one that is passed over is not measured
     */
    static void skip(JsonParser parser, boolean longStrings) throws IOException {
        int depth = 0;
        JsonToken token = parser.currentToken();
        while (true) {
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_NUMBER_FLOAT && parser.getTextLength() > MAX_SAFE_LENGTH) {
                parser.getDecimalValue();
            } else if (longStrings) {
                parser.finishToken();
            }
            if (depth == 0) {
                return;
            }
            token = parser.nextToken();
        }
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(parser));
        }
        return array;
    }

    private static JsonNode integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    /** Trailing zeros say nothing, and 1.50 is shown as 1.5. */
    private static BigDecimal shortest(BigDecimal number) {
        try {
            return number.stripTrailingZeros();
        } catch (ArithmeticException beyondTheGreatestExponent) {
            return number;
        }
    }
}
