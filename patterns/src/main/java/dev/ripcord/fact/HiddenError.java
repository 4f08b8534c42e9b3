package dev.ripcord.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Finds the error in a result that came back as a success. Many tools answer every call with status ok and put what
 * went wrong into the text.
 *
 * <p>Only what says so plainly counts: a known key at the top level of an object, or the very beginning of a text. A
 * test report that mentions errors further down is a good result.
 */
final class HiddenError {
    private static final String[] ERROR_KEYS = {"error", "errors", "exception"};
    private static final String[] FAILED_WHERE_TRUE = {"is_error", "isError"};
    private static final String[] FAILED_WHERE_FALSE = {"success", "ok"};
    private static final String[] CODE_KEYS = {"status_code", "statusCode", "code", "status"};
    private static final String[] HINTS = {"rror", "xception", "\"success\"", "\"ok\"", "\"code\"", "tatus"};
    private static final String TRACEBACK = "Traceback (most recent call last)";
    private static final int MAX_NAME = 128;
    private static final String JAVA_TRACE = "Exception in thread";

    private HiddenError() {}

    /** @return the text of the error, or null where the result does not say that it is one */
    static String in(JsonNode result) {
        if (result instanceof ObjectNode object) {
            return inObject(object);
        }
        return result.isTextual() ? inText(result.textValue()) : null;
    }

    private static String inText(String text) {
        if (beginsAsError(text)) {
            return text;
        }
        ObjectNode object = JsonText.looksLikeObject(text) && mentionsError(text) ? JsonText.object(text) : null;
        return object == null ? null : inObject(object);
    }

    private static String inObject(ObjectNode object) {
        for (String key : ERROR_KEYS) {
            JsonNode value = object.get(key);
            // errors: 3 is what a linter counts, not what happened to it.
            boolean counted = value != null && value.isNumber() && key.equals("errors");
            if (value != null && !counted && ErrorWords.isError(value)) {
                return value.isBoolean() ? ErrorText.of(object) : ErrorText.of(value);
            }
        }
        return saysItFailed(object) ? ErrorText.of(object) : null;
    }

    private static boolean saysItFailed(ObjectNode object) {
        for (String key : FAILED_WHERE_TRUE) {
            if (object.path(key).asBoolean(false)) {
                return true;
            }
        }
        for (String key : FAILED_WHERE_FALSE) {
            if (object.path(key).isBoolean() && !object.path(key).booleanValue()) {
                return true;
            }
        }
        for (String key : CODE_KEYS) {
            if (ErrorWords.isHttpError(object.path(key))) {
                return true;
            }
        }
        return object.path("status").isTextual()
                && ErrorWords.isErrorStatus(object.path("status").textValue());
    }

    /** Whether it is worth reading the text as JSON; most results are not. */
    private static boolean mentionsError(String text) {
        for (String hint : HINTS) {
            if (text.contains(hint)) {
                return true;
            }
        }
        return false;
    }

    /** {@code Error:}, {@code fatal:}, {@code ValueError:}, {@code java.io.IOException:}, or a stack trace. */
    private static boolean beginsAsError(String text) {
        int begin = 0;
        while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        if (text.startsWith(TRACEBACK, begin) || text.startsWith(JAVA_TRACE, begin)) {
            return true;
        }
        int end = begin;
        int last = Math.min(text.length(), begin + MAX_NAME);
        while (end < last && isNamePart(text.charAt(end))) {
            end++;
        }
        return end < last && text.charAt(end) == ':' && isErrorName(text.substring(begin, end));
    }

    private static boolean isNamePart(char character) {
        return Character.isLetterOrDigit(character) || character == '.' || character == '_' || character == '$';
    }

    private static boolean isErrorName(String name) {
        return name.endsWith("Error")
                || name.endsWith("Exception")
                || name.equalsIgnoreCase("error")
                || name.equalsIgnoreCase("exception")
                || name.equalsIgnoreCase("fatal");
    }
}
