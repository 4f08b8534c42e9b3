package dev.ripcord.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says why an operator or a function does not take what it was given, without CEL's own names for them. */
final class OperatorWords {
    /** As CEL's checker puts it: a function, what it was applied to, and what it could be applied to. */
    static final Pattern ISSUE = Pattern.compile(
            "found no matching overload for '(?<function>.+)' applied to '(?<target>[^(]*?)\\.?\\((?<found>.*)\\)'"
                    + " \\(candidates: (?<candidates>.*)\\)");

    private static final Pattern CANDIDATE = Pattern.compile("(?:(?<target>[^,(]+)\\.)?\\((?<arguments>.*)\\)");
    private static final Set<String> NUMBERS = Set.of("int", "double", "uint");

    private OperatorWords() {}

    static String of(Matcher issue) {
        String function = issue.group("function");
        List<String> found = types(issue.group("found"));
        return switch (function) {
            case "_&&_", "_||_" ->
                "'" + symbol(function) + "' needs bool on both sides; found " + String.join(" and ", found);
            case "!_" -> "'!' needs bool; found " + found.get(0);
            case "-_" -> "'-' needs a number; found " + found.get(0);
            case "_?_:_" -> "'? :' needs bool, then two values of one type; found " + String.join(", ", found);
            case "_[_]" -> found.get(0) + " cannot be indexed with " + found.get(1);
            case "@in" -> in(found.get(0), found.get(1));
            default ->
                Character.isLetter(function.charAt(0))
                        ? function(function, issue, found)
                        : "no operator '" + symbol(function) + "' between " + found.get(0) + " and " + found.get(1)
                                + hint(symbol(function), Set.copyOf(found));
        };
    }

    private static String symbol(String function) {
        return function.replace("_", "");
    }

    private static String in(String left, String right) {
        return right.equals("list") || right.equals("map")
                ? "no operator 'in' between " + left + " and this " + right
                : "'in' needs a list or a map on its right; found " + right;
    }

    private static String hint(String symbol, Set<String> types) {
        if (types.contains("null")) {
            return "; ask has(...) whether something is there";
        }
        if (types.contains("duration") && types.stream().anyMatch(NUMBERS::contains)) {
            return "; write durations as duration('90s')";
        }
        if (NUMBERS.containsAll(types)) {
            return "; convert one side with double(...) or int(...)";
        }
        return types.equals(Set.of("string")) && symbol.equals("+") ? "; texts cannot be joined here" : "";
    }

    private static String function(String function, Matcher issue, List<String> found) {
        String right = split(issue.group("candidates")).stream()
                .map(CANDIDATE::matcher)
                .filter(Matcher::matches)
                .map(candidate -> call(candidate.group("target"), function, types(candidate.group("arguments"))))
                .distinct()
                .collect(Collectors.joining(" or "));
        return "found " + call(issue.group("target"), function, found) + "; right would be " + right;
    }

    private static String call(String target, String function, List<String> arguments) {
        String on = target == null || target.isEmpty() ? "" : plain(target) + ".";
        return on + function + "(" + String.join(", ", arguments) + ")";
    }

    static List<String> types(String types) {
        return split(types).stream().map(OperatorWords::plain).toList();
    }

    /** Splits at the commas outside of brackets. */
    private static List<String> split(String types) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < types.length(); i++) {
            char c = types.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(types.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(types.substring(start).strip());
        return parts;
    }

    /** @return the type as people say it: what is in a list or a map is left out */
    static String plain(String type) {
        if (type.startsWith("google.protobuf.")) {
            return type.substring("google.protobuf.".length()).toLowerCase(Locale.ROOT);
        }
        if (type.startsWith(Namespace.TYPE_MARK)) {
            return type.substring(Namespace.TYPE_MARK.length());
        }
        int bracket = type.indexOf('(');
        String name = bracket < 0 ? type : type.substring(0, bracket);
        return name.startsWith("%") || name.equals("dyn") ? "any" : name;
    }
}
