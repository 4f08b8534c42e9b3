package dev.ripcord.condition;

/**
 * What a clause, or a part of one, says of a step. CEL's logic: an error on one side of {@code &&} or {@code ||} counts
 * only where the other side does not settle it (CEL specification, "Logical Operators").
 */
enum Truth {
    TRUE,
    FALSE,
    /** It reads something that is absent, which is an error to CEL. */
    ABSENT,
    /** Only CEL can say. */
    UNSURE;

    static Truth of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    Truth and(Closure right) {
        return this == FALSE ? FALSE : settled(right.truth(), FALSE, TRUE);
    }

    Truth or(Closure right) {
        return this == TRUE ? TRUE : settled(right.truth(), TRUE, FALSE);
    }

    /** @param decisive what settles both, whatever the other is */
    private Truth settled(Truth right, Truth decisive, Truth other) {
        if (right == decisive) {
            return decisive;
        }
        if (this == UNSURE || right == UNSURE) {
            return UNSURE;
        }
        return this == ABSENT || right == ABSENT ? ABSENT : other;
    }

    Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case ABSENT, UNSURE -> this;
        };
    }
}
