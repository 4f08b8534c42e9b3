package dev.ripcord.condition;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of one expression and the places in it. Offsets and columns count code points, as CEL does. */
final class ClauseText {
    private static final Pattern WORD_BEFORE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*\\s*$");

    private final int[] points;
    private final CelSource source;

    ClauseText(String text, CelSource source) {
        this.points = text.codePoints().toArray();
        this.source = source;
    }

    int offset(CelIssue issue) {
        return source.getLocationOffset(issue.getSourceLocation()).orElse(0);
    }

    int offset(CelExpr expression) {
        return source.getPositionsMap().getOrDefault(expression.id(), 0);
    }

    ConditionError error(int offset, String message) {
        int at = Math.min(Math.max(offset, 0), points.length);
        int line = 1;
        int column = 1;
        for (int i = 0; i < at; i++) {
            boolean ends = points[i] == '\n';
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
        return new ConditionError(line, column, message);
    }

    /** @return where the expression begins: CEL places a call at its operator or bracket, a path at its last dot */
    int start(CelExpr expression) {
        return switch (expression.getKind()) {
            case SELECT -> start(expression.select().operand());
            case CALL -> startOfCall(expression);
            default -> offset(expression);
        };
    }

    private int startOfCall(CelExpr expression) {
        if (expression.call().target().isPresent()) {
            return start(expression.call().target().get());
        }
        boolean isInfix = expression.call().args().size() > 1
                && !Character.isLetter(expression.call().function().charAt(0));
        return isInfix ? start(expression.call().args().get(0)) : name(offset(expression));
    }

    /** @return where the name before the bracket begins */
    int name(int bracket) {
        Matcher word = WORD_BEFORE.matcher(before(bracket));
        return at(bracket).equals("(") && word.find() ? pointsIn(before(bracket), word.start()) : bracket;
    }

    /** @return where the field after the operand is written */
    int field(CelExpr operand, String field) {
        int from = offset(operand);
        String rest = new String(points, from, points.length - from);
        Matcher dot =
                Pattern.compile("\\.\\s*(?=" + Pattern.quote(field) + "\\b)").matcher(rest);
        return dot.find() ? from + pointsIn(rest, dot.end()) : from;
    }

    /** @return what stands there: a word, a number or one other character; empty at the end */
    String at(int offset) {
        int end = offset;
        while (end < points.length && (Character.isLetterOrDigit(points[end]) || points[end] == '_')) {
            end++;
        }
        int length = end == offset && offset < points.length ? 1 : end - offset;
        return new String(points, Math.min(offset, points.length), length);
    }

    String before(int offset) {
        return new String(points, 0, Math.min(offset, points.length));
    }

    /** @return the text from there on, cut to fit a message */
    String excerpt(int offset) {
        int length = Math.min(points.length - offset, 30);
        return new String(points, offset, Math.max(0, length))
                .lines()
                .findFirst()
                .orElse("");
    }

    private static int pointsIn(String text, int characters) {
        return text.codePointCount(0, characters);
    }
}
