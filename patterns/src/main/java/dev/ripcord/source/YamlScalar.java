package dev.ripcord.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A single value of YAML as JSON. */
final class YamlScalar {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_SHOWN = 40;
    private static final Set<Tag> CORE = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ);

    private YamlScalar() {}

    static boolean isCore(Tag tag) {
        return CORE.contains(tag);
    }

    static String refusal(Tag tag) {
        return "tag " + tag + " is not read here; remove it";
    }

    /** @throws IllegalArgumentException with the reason, where the text is no value of its tag */
    static JsonNode json(ScalarNode node) {
        Tag tag = node.getTag();
        String text = node.getValue();
        if (tag.equals(Tag.STR)) {
            return JSON.textNode(text);
        }
        if (tag.equals(Tag.INT)) {
            return JSON.numberNode(whole(text));
        }
        if (tag.equals(Tag.FLOAT)) {
            return JSON.numberNode(fraction(text));
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        throw new IllegalArgumentException(refusal(tag));
    }

    private static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw new IllegalArgumentException(shown(text) + " is no whole number of 64 bits", tooLarge);
        }
    }

    private static double fraction(String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(shown(text) + " is no number", notANumber);
        }
        throw new IllegalArgumentException(shown(text) + " is too large a number");
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }
}
