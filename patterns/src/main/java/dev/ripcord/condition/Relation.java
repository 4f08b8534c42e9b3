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

    /** @return the same with its two sides changed over */
    Relation turned() {
        return switch (this) {
            case LESS -> MORE;
            case AT_MOST -> AT_LEAST;
            case MORE -> LESS;
            case AT_LEAST -> AT_MOST;
            case EQUAL, NOT_EQUAL, IN -> this;
        };
    }

    /** @return what holds where this does not, of two values that are both there; itself where nothing says so */
    Relation negated() {
        return switch (this) {
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case LESS -> AT_LEAST;
            case AT_MOST -> MORE;
            case MORE -> AT_MOST;
            case AT_LEAST -> LESS;
            case IN -> IN;
        };
    }

    /** @return what CEL says of the two; null is absent */
    Truth between(Object left, Object right) {
        if (left == null || right == null) {
            return Truth.ABSENT;
        }
        if (left instanceof Long whole && right instanceof Long other) {
            return between(whole.longValue(), other.longValue());
        }
        if (left instanceof Number number && right instanceof Number other) {
            return isExact(number) && isExact(other)
                    ? between(number.doubleValue(), other.doubleValue())
                    : Truth.UNSURE;
        }
        if (left instanceof Duration duration && right instanceof Duration other) {
            return ordered(duration.compareTo(other));
        }
        if (this == IN) {
            return left instanceof String word && right instanceof List<?> list
                    ? Truth.of(list.contains(word))
                    : Truth.UNSURE;
        }
        return left.getClass() == right.getClass() ? same(left.equals(right)) : Truth.UNSURE;
    }

    Truth between(long left, long right) {
        return ordered(Long.compare(left, right));
    }

    /** Of two zeros CEL must say whether they are the same. */
    Truth between(double left, double right) {
        if (Double.isNaN(left) || Double.isNaN(right) || left == 0 && right == 0) {
            return Truth.UNSURE;
        }
        return ordered(left < right ? -1 : left > right ? 1 : 0);
    }

    /** Words and flags are only ever compared for being the same. */
    Truth same(boolean equal) {
        return this == EQUAL || this == NOT_EQUAL ? ordered(equal ? 0 : 1) : Truth.UNSURE;
    }

    private static boolean isExact(Number number) {
        return !(number instanceof Long whole) || whole <= EXACT && whole >= -EXACT;
    }

    /** @param order of the left one towards the right one, as a comparator has it */
    Truth ordered(int order) {
        return switch (this) {
            case EQUAL -> Truth.of(order == 0);
            case NOT_EQUAL -> Truth.of(order != 0);
            case LESS -> Truth.of(order < 0);
            case AT_MOST -> Truth.of(order <= 0);
            case MORE -> Truth.of(order > 0);
            case AT_LEAST -> Truth.of(order >= 0);
            case IN -> Truth.UNSURE;
        };
    }
}
