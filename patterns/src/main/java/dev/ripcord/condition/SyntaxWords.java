package dev.ripcord.condition;

import dev.cel.common.CelIssue;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what CEL's parser stumbles over into plain words. */
final class SyntaxWords {
    private static final Pattern UNREADABLE = Pattern.compile("token recognition error at: '(.*)'", Pattern.DOTALL);
    private static final Pattern RESERVED = Pattern.compile("reserved identifier: (.+)");
    private static final Pattern MISSING = Pattern.compile("missing '?(.+?)'? at .*", Pattern.DOTALL);
    private static final Pattern NO_NUMBER = Pattern.compile("For input string: \"(.+?)\".*");
    private static final Pattern MACRO = Pattern.compile("invalid argument to (\\w+)\\(\\) macro");
    private static final Pattern LIMIT = Pattern.compile(
            "(?<deep>Expression recursion limit exceeded).*|expression (code point size|node limit).*exceed.*");
    private static final Pattern DURATION = Pattern.compile("\\d+(ms|s|m|h|d)\\d*.*");
    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)$");
    private static final Map<String, String> OTHER_LANGUAGES =
            Map.of("and", "&&", "or", "||", "not", "!", "AND", "&&", "OR", "||", "NOT", "!", "is", "==");

    private final ClauseText text;

    SyntaxWords(ClauseText text) {
        this.text = text;
    }

    ConditionError of(CelIssue issue) {
        String message = issue.getMessage();
        int offset = text.offset(issue);
        Matcher macro = MACRO.matcher(message);
        return macro.matches()
                ? text.error(text.name(offset), macro(macro.group(1)))
                : text.error(offset, reword(message, offset));
    }

    private static String macro(String name) {
        return name.equals("has")
                ? "has() takes a name with a dot, such as has(outcome.count); of a payload, has(event.payload.key)"
                : name + "() does not take this";
    }

    private String reword(String message, int offset) {
        Matcher unreadable = UNREADABLE.matcher(message);
        if (unreadable.matches()) {
            return unreadable(unreadable.group(1).strip());
        }
        Matcher reserved = RESERVED.matcher(message);
        if (reserved.matches()) {
            return "'" + reserved.group(1) + "' is a reserved word and cannot be a name";
        }
        Matcher number = NO_NUMBER.matcher(message);
        if (number.matches()) {
            return "the number " + number.group(1) + " is too large";
        }
        Matcher limit = LIMIT.matcher(message);
        if (limit.matches()) {
            return limit.group("deep") != null
                    ? "nested too deep; at most " + CelEnvironment.MAX_DEPTH + " levels"
                    : "too long; at most " + CelEnvironment.MAX_LENGTH + " characters";
        }
        Matcher missing = MISSING.matcher(message);
        return missing.matches() ? "a '" + missing.group(1) + "' is missing here" : unexpected(message, offset);
    }

    private static String unreadable(String found) {
        if (found.startsWith("'") || found.startsWith("\"")) {
            return "the text is not closed; a " + found.charAt(0) + " is missing";
        }
        return switch (found) {
            case "=" -> "'=' is no operator; write ==";
            case "&" -> "'&' is no operator; write &&";
            case "|" -> "'|' is no operator; write ||";
            default -> "'" + found + "' cannot be read here";
        };
    }

    private String unexpected(String message, int offset) {
        String found = text.at(offset);
        if (found.isEmpty()) {
            return "it ends too early; a value is missing";
        }
        String before = text.before(offset).strip();
        String word = before.substring(before.lastIndexOf(' ') + 1);
        String operator = OTHER_LANGUAGES.getOrDefault(found, OTHER_LANGUAGES.get(word));
        if (operator != null) {
            return "'" + (OTHER_LANGUAGES.containsKey(found) ? found : word) + "' is no operator; write " + operator;
        }
        Matcher number = LAST_NUMBER.matcher(text.before(offset));
        if (number.find() && DURATION.matcher(number.group() + found).matches()) {
            return "durations are written duration('" + number.group() + found + "')";
        }
        return "'" + text.excerpt(offset) + "' is not expected here";
    }
}
