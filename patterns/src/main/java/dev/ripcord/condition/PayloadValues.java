package dev.ripcord.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.List;

/** JSON as CEL has it: whole numbers are int, others double, objects are maps, null is null. */
final class PayloadValues {
    private PayloadValues() {}

    static Object of(JsonNode node, PayloadBudget budget) {
        budget.spend(1);
        return switch (node.getNodeType()) {
            case OBJECT -> new PayloadObject((ObjectNode) node, budget);
            case ARRAY -> list((ArrayNode) node, budget);
            case NUMBER -> number(node);
            case BOOLEAN -> node.booleanValue();
            case NULL, MISSING -> NullValue.NULL_VALUE;
            case STRING, BINARY, POJO -> text(node.asText());
        };
    }

    private static List<Object> list(ArrayNode array, PayloadBudget budget) {
        List<Object> values = new ArrayList<>();
        array.forEach(element -> values.add(of(element, budget)));
        return values;
    }

    private static Object number(JsonNode node) {
        // Not an expression of two numbers: Java would make a double of the long.
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        return node.doubleValue();
    }

    private static String text(String text) {
        return text.length() <= PayloadBudget.MAX_TEXT ? text : text.substring(0, PayloadBudget.MAX_TEXT);
    }
}
