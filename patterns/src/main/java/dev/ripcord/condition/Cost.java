package dev.ripcord.condition;

/** What it takes to ask a clause about a step, in rising order. */
public enum Cost {
    /** Compares names and constants: some nanoseconds. */
    CHEAP,
    /** Is evaluated by CEL: functions, sums, lists. About a microsecond. */
    MODERATE,
    /** Reads the payload, which is parsed again for it. */
    COSTLY;

    public Cost or(Cost other) {
        return compareTo(other) < 0 ? other : this;
    }
}
