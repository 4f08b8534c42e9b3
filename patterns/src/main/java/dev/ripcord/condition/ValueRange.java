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
    /** Of counts, times, dollars and ratios: none is negative. */
    static final ValueRange NOT_NEGATIVE = new ValueRange(0, false, Double.POSITIVE_INFINITY, true);

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

    /** @return whether no whole number is left */
    boolean hasNoWhole() {
        double first = openBelow ? Math.floor(least) + 1 : Math.ceil(least);
        double last = openAbove ? Math.ceil(most) - 1 : Math.floor(most);
        return first > last;
    }

    private ValueRange above(double number, boolean open) {
        return number > least || number == least && open ? new ValueRange(number, open, most, openAbove) : this;
    }

    private ValueRange below(double number, boolean open) {
        return number < most || number == most && open ? new ValueRange(least, openBelow, number, open) : this;
    }
}
