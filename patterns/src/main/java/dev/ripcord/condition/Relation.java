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

    /** @return false only where CEL would not say true; null is absent, and nothing holds for it */
    boolean canHold(Object left, Object right) {
        if (left == null || right == null) {
            return false;
        }
        if (left instanceof Long whole && right instanceof Long other) {
            return isMetBy(Long.compare(whole, other));
        }
        if (left instanceof Number number && right instanceof Number other) {
            return canHold(number, other);
        }
        if (left instanceof Duration duration && right instanceof Duration other) {
            return isMetBy(duration.compareTo(other));
        }
        return left instanceof String word && right instanceof List<?> list
                ? this != IN || list.contains(word)
                : isUncertain(left, right) || isMetBy(left.equals(right) ? 0 : 1);
    }

    private boolean canHold(Number left, Number right) {
        if (isUncertain(left) || isUncertain(right)) {
            return true;
        }
        double first = left.doubleValue();
        double second = right.doubleValue();
        return isMetBy(first < second ? -1 : first > second ? 1 : 0);
    }

    private static boolean isUncertain(Number number) {
        return number instanceof Long whole ? whole > EXACT || whole < -EXACT : Double.isNaN(number.doubleValue());
    }

    /** Words and flags are only ever compared for being the same. */
    private boolean isUncertain(Object left, Object right) {
        return (this != EQUAL && this != NOT_EQUAL) || left.getClass() != right.getClass();
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
