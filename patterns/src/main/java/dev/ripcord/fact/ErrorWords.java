package dev.ripcord.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/** The words and numbers by which producers say that something failed. */
final class ErrorWords {
    private static final Set<String> ERROR_STATUS = Set.of(
            "error",
            "errored",
            "fail",
            "failed",
            "failure",
            "fatal",
            "timeout",
            "timedout",
            "timed_out",
            "exception",
            "denied",
            "access_denied",
            "permission_denied",
            "rejected",
            "refused",
            "aborted",
            "crashed",
            "invalid",
            "unauthorized",
            "forbidden",
            "unavailable");

    /** What some serialisers make of no error. */
    private static final Set<String> NO_ERROR = Set.of("", "none", "null", "false", "ok", "0");

    private static final int MIN_HTTP_ERROR = 400;
    private static final int MAX_HTTP_ERROR = 599;
    private static final int HTTP_DIGITS = 3;

    private ErrorWords() {}

    static boolean isErrorStatus(String status) {
        String word = status.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return ERROR_STATUS.contains(word) || isHttpError(word);
    }

    /** @return whether the value of a key named error says that there is one */
    static boolean isError(JsonNode value) {
        if (value.isContainerNode()) {
            return !value.isEmpty();
        }
        return !NO_ERROR.contains(value.asText().strip().toLowerCase(Locale.ROOT));
    }

    static boolean isHttpError(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt() && isHttpError(value.intValue());
    }

    private static boolean isHttpError(String word) {
        return word.length() == HTTP_DIGITS
                && word.chars().allMatch(Character::isDigit)
                && isHttpError(Integer.parseInt(word));
    }

    private static boolean isHttpError(int code) {
        return code >= MIN_HTTP_ERROR && code <= MAX_HTTP_ERROR;
    }
}
