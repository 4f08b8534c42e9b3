package dev.ripcord.condition;

/**
 * The numbers that some comparisons leave of a value.
 *
 * @param least no number below it
 * @param most no number above it
 * @param openBelow whether the least one itself is left out
 * @param openAbove whether the largest one itself is left out
 */
record ValueRange(double least, boolean openBelow, double most, boolean openAbove) {
    /** Of counts, times, dollars and ratios, of which none is negative: both ends count, where they are numbers. */
    static ValueRange between(double least, double most) {
        return new ValueRange(least, false, most, most == Double.POSITIVE_INFINITY);
    }

    /** @return what the comparison with the number leaves of this */
    ValueRange and(Relation relation, double number) {
        return switch (relation) {
            case EQUAL -> above(number, false).below(number, false);
            case LESS -> below(number, true);
            case AT_MOST -> below(number, false);
            case MORE -> above(number, true);
            case AT_LEAST -> above(number, false);
            case NOT_EQUAL, IN -> this;
        };
    }

    boolean isEmpty() {
        return least > most || least == most && (openBelow || openAbove);
    }

    /** @return the same where only whole numbers count: its ends are among them */
    ValueRange whole() {
        double first = openBelow ? Math.floor(least) + 1 : Math.ceil(least);
        double last = openAbove ? Math.ceil(most) - 1 : Math.floor(most);
        return new ValueRange(first, false, last, false);
    }

    private ValueRange above(double number, boolean open) {
        return number > least || number == least && open ? new ValueRange(number, open, most, openAbove) : this;
    }

    private ValueRange below(double number, boolean open) {
        return number < most || number == most && open ? new ValueRange(least, openBelow, number, open) : this;
    }
}
