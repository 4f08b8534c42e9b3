package dev.ripcord.condition;

import java.util.List;
import java.util.Random;

/** Draws clauses over few names, so that both outcomes and all kinds of absence are frequent. */
final class RandomClause {
    private static final List<String> COUNTS =
            List.of("outcome.count", "call.count", "first.call.count", "params.times", "3", "session.steps");
    private static final List<String> DOUBLES =
            List.of("cost.ratio", "cost.session", "first.cost.session", "params.ratio", "2.5");
    private static final List<String> DURATIONS =
            List.of("outcome.span", "first.outcome.span", "params.window", "duration('10s')");
    private static final List<String> WORDS =
            List.of("event.tool", "event.type", "first.event.tool", "event.model", "params.tool", "'a'", "'b'");
    private static final List<String> FLAGS = List.of("error.is", "first.error.is", "error.hidden", "params.strict");
    private static final List<String> NAMES =
            List.of("outcome.count", "event.tool", "first.event.tool", "first.call.count", "event.payload.x");
    private static final List<String> OPERATORS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final Random random;

    RandomClause(Random random) {
        this.random = random;
    }

    String draw(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> "(" + draw(depth - 1) + " && " + draw(depth - 1) + ")";
            case 2, 3 -> "(" + draw(depth - 1) + " || " + draw(depth - 1) + ")";
            case 4 -> "!" + "(" + draw(depth - 1) + ")";
            case 5 -> "(" + draw(depth - 1) + " ? " + draw(depth - 1) + " : " + draw(depth - 1) + ")";
            case 6 -> "(" + draw(depth - 1) + " == " + draw(depth - 1) + ")";
            default -> leaf();
        };
    }

    private String leaf() {
        return switch (random.nextInt(9)) {
            case 0 -> compared(COUNTS, COUNTS, OPERATORS);
            case 1 -> compared(DOUBLES, DOUBLES, OPERATORS);
            case 2 -> compared(COUNTS, DOUBLES, OPERATORS.subList(2, 6));
            case 3 -> compared(DURATIONS, DURATIONS, OPERATORS);
            case 4 -> compared(WORDS, WORDS, OPERATORS);
            case 5 -> one(FLAGS);
            case 6 -> "has(" + one(NAMES) + ")";
            case 7 -> one(WORDS.subList(0, 5)) + " in ['a', " + one(WORDS) + "]";
            default -> random.nextBoolean() ? "event.payload.x > 1" : "[" + one(COUNTS) + "].all(n, n > 2)";
        };
    }

    private String compared(List<String> left, List<String> right, List<String> operators) {
        return one(left) + " " + one(operators) + " " + one(right);
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
