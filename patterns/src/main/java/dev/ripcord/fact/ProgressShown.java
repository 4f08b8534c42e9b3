package dev.ripcord.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how far a result says that the work has come: a percentage, a ratio, or a field that is named so. */
final class ProgressShown {
    static final double NONE = Double.NEGATIVE_INFINITY;

    /** In a longer text, a percentage is as likely about something else. */
    static final int MAX_TEXT = 200;

    private static final List<String> FIELDS =
            List.of("progress", "percent", "percentage", "percent_complete", "completion", "ratio", "fraction");
    private static final List<String> PARTS = List.of("completed", "done", "processed", "current");
    private static final String WHOLE = "total";

    private static final Pattern PERCENTAGE = Pattern.compile("(?<![\\d.])(\\d{1,9}(?:\\.\\d{1,9})?)\\s?%");
    private static final Pattern RATIO =
            Pattern.compile("(?<![\\d./])(\\d{1,9})\\s?(?:/|of|out of)\\s?(\\d{1,9})(?![\\d./])");

    private ProgressShown() {}

    static boolean isShown(double progress) {
        return progress != NONE;
    }

    static double in(JsonNode result) {
        if (result.isTextual()) {
            return inText(result.textValue());
        }
        return result.isObject() ? inObject(result) : NONE;
    }

    private static double inText(String text) {
        if (text.length() > MAX_TEXT) {
            return NONE;
        }
        // Every result is looked at, and hardly any shows progress: an expression is tried where it can match.
        if (text.indexOf('%') > 0) {
            Matcher percentage = PERCENTAGE.matcher(text);
            if (percentage.find()) {
                return Double.parseDouble(percentage.group(1)) / 100;
            }
        }
        if (text.indexOf('/') > 0 || text.indexOf("of") > 0) {
            Matcher ratio = RATIO.matcher(text);
            return ratio.find() ? ratio(Double.parseDouble(ratio.group(1)), Double.parseDouble(ratio.group(2))) : NONE;
        }
        return NONE;
    }

    private static double inObject(JsonNode result) {
        for (String field : FIELDS) {
            double value = value(result.path(field));
            if (isShown(value)) {
                return value;
            }
        }
        JsonNode whole = result.path(WHOLE);
        for (String part : PARTS) {
            if (whole.isNumber() && result.path(part).isNumber()) {
                return ratio(result.path(part).doubleValue(), whole.doubleValue());
            }
        }
        return NONE;
    }

    private static double value(JsonNode field) {
        if (field.isNumber() && Double.isFinite(field.doubleValue())) {
            return field.doubleValue();
        }
        return field.isTextual() ? inText(field.textValue()) : NONE;
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : NONE;
    }
}
