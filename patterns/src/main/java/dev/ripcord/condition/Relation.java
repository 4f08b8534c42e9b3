package dev.ripcord.condition;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How two values can compare, as CEL compares them. What it is not sure of, it lets pass. */
enum Relation {
    EQUAL(Operators.EQUAL),
    NOT_EQUAL(Operators.NOT_EQUAL),
    LESS(Operators.LESS),
    AT_MOST(Operators.AT_MOST),
    MORE(Operators.MORE),
    AT_LEAST(Operators.AT_LEAST),
    IN(Operators.IN);

    /** Every whole number up to here is a double too. */
    private static final long EXACT = 1L << 53;

    private final String operator;

    Relation(String operator) {
        this.operator = operator;
    }

    static Optional<Relation> of(String operator) {
        return Arrays.stream(values())
                .filter(relation -> relation.operator.equals(operator))
                .findFirst();
    }

    /** @return whether CEL says true, where that is certain; null is absent, and nothing holds for it */
    Guard.Answer holds(Object left, Object right) {
        if (left == null || right == null) {
            return Guard.Answer.NO;
        }
        if (left instanceof Long whole && right instanceof Long other) {
            return holds(whole.longValue(), other.longValue());
        }
        if (left instanceof Number number && right instanceof Number other) {
            return isExact(number) && isExact(other)
                    ? holds(number.doubleValue(), other.doubleValue())
                    : Guard.Answer.UNKNOWN;
        }
        if (left instanceof Duration duration && right instanceof Duration other) {
            return met(duration.compareTo(other));
        }
        if (left instanceof String word && right instanceof List<?> list) {
            return this == IN ? Guard.Answer.of(list.contains(word)) : Guard.Answer.UNKNOWN;
        }
        return left.getClass() == right.getClass() ? same(left.equals(right)) : Guard.Answer.UNKNOWN;
    }

    Guard.Answer holds(long left, long right) {
        return met(Long.compare(left, right));
    }

    /** Equal doubles are left to CEL where equality says yes: there are two zeros. */
    Guard.Answer holds(double left, double right) {
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return Guard.Answer.UNKNOWN;
        }
        Guard.Answer answer = met(left < right ? -1 : left > right ? 1 : 0);
        return left == right && answer == Guard.Answer.YES ? Guard.Answer.UNKNOWN : answer;
    }

    /** Words and flags are only ever compared for being the same. */
    Guard.Answer same(boolean equal) {
        return this == EQUAL || this == NOT_EQUAL ? met(equal ? 0 : 1) : Guard.Answer.UNKNOWN;
    }

    /** @param order of the left one towards the right one, as a comparator has it */
    Guard.Answer met(int order) {
        return this == IN ? Guard.Answer.UNKNOWN : Guard.Answer.of(isMetBy(order));
    }

    private static boolean isExact(Number number) {
        return !(number instanceof Long whole) || whole <= EXACT && whole >= -EXACT;
    }

    private boolean isMetBy(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
            case IN -> true;
        };
    }
}
