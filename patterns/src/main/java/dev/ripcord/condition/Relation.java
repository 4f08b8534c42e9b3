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

    /** @return what CEL says of the two; null is absent */
    Truth between(Object left, Object right) {
        if (left == null || right == null) {
            return Truth.ABSENT;
        }
        if (left instanceof Long whole && right instanceof Long other) {
            return truth(Long.compare(whole, other));
        }
        if (left instanceof Number number && right instanceof Number other) {
            return between(number, other);
        }
        if (left instanceof Duration duration && right instanceof Duration other) {
            return truth(duration.compareTo(other));
        }
        if (this == IN) {
            return left instanceof String word && right instanceof List<?> list
                    ? Truth.of(list.contains(word))
                    : Truth.UNSURE;
        }
        return isUncertain(left, right) ? Truth.UNSURE : truth(left.equals(right) ? 0 : 1);
    }

    private Truth between(Number left, Number right) {
        if (isUncertain(left) || isUncertain(right)) {
            return Truth.UNSURE;
        }
        double first = left.doubleValue();
        double second = right.doubleValue();
        return truth(first < second ? -1 : first > second ? 1 : 0);
    }

    private static boolean isUncertain(Number number) {
        return number instanceof Long whole ? whole > EXACT || whole < -EXACT : Double.isNaN(number.doubleValue());
    }

    /** Words and flags are only ever compared for being the same. */
    private boolean isUncertain(Object left, Object right) {
        return (this != EQUAL && this != NOT_EQUAL) || left.getClass() != right.getClass();
    }

    private Truth truth(int order) {
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
