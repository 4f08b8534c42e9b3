package dev.ripcord.condition;

/**
 * A cheap test that every step passes for which a clause holds. CEL takes most of a microsecond to say no; a guard says
 * it in nanoseconds, for nearly all steps. What it lets through, CEL decides.
 */
@FunctionalInterface
interface Guard {
    Guard OPEN = () -> true;

    boolean passes();

    static Guard both(Guard left, Guard right) {
        if (left == OPEN || right == OPEN) {
            return left == OPEN ? right : left;
        }
        return () -> left.passes() && right.passes();
    }

    static Guard either(Guard left, Guard right) {
        return left == OPEN || right == OPEN ? OPEN : () -> left.passes() || right.passes();
    }
}
