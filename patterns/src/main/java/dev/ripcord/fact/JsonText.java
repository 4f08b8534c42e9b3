package dev.ripcord.fact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.json.Json;
import java.io.IOException;

/** JSON objects that producers put into strings. */
final class JsonText {
    /** Longer texts are taken as text: reading them again would cost more than all facts together. */
    static final int MAX_LENGTH = 16_384;

    private JsonText() {}

    /** @return the object that the text holds; null where it holds none, or is too long */
    static ObjectNode object(String text) {
        if (!looksLikeObject(text)) {
            return null;
        }
        try {
            return Json.tree(text) instanceof ObjectNode object ? object : null;
        } catch (IOException | NumberFormatException notJson) { // the latter for an exponent beyond all bounds
            return null;
        }
    }

    /** @return whether it is worth reading: it is short enough and begins as an object does */
    static boolean looksLikeObject(String text) {
        int brace = skipSpace(text, 0);
        if (text.length() > MAX_LENGTH || brace == text.length() || text.charAt(brace) != '{') {
            return false;
        }
        int next = skipSpace(text, brace + 1);
        return next < text.length() && (text.charAt(next) == '"' || text.charAt(next) == '}');
    }

    private static int skipSpace(String text, int from) {
        int index = from;
        while (index < text.length() && Character.isWhitespace(text.charAt(index))) {
            index++;
        }
        return index;
    }
}
