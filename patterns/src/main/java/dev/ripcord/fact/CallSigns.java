package dev.ripcord.fact;

/**
 * What is known of a call when it is made that speaks for going nowhere.
 *
 * @param passes whether the tool only waits or looks around
 * @param repeated whether the call is among the latest 64 calls already
 * @param likeness tenths of its words that it shares with the one of the latest 8 calls that is most like it; only told
 *     where there are enough to matter
 * @param saidAgain whether the decision that led to it was taken before, or is nearly the one before it
 * @param unchanged whether the state that was reported since the call before is the one of before that
 */
record CallSigns(boolean passes, boolean repeated, int likeness, boolean saidAgain, boolean unchanged) {
    static final CallSigns NONE = new CallSigns(false, false, 0, false, false);

    /** Tenths from which on two calls are similar. */
    static final int FAMILIAR = 6;

    private static final int MAX_LIKENESS = 10;
    private static final int NEARLY_EQUAL = 7;

    private static final int PASSES = 1 << 4;
    private static final int REPEATED = 1 << 5;
    private static final int SAID_AGAIN = 1 << 6;
    private static final int UNCHANGED = 1 << 7;

    /** @return whether a result that is new may be what such calls are made for: to ask again, or for the next item */
    boolean isFamiliar() {
        return repeated || likeness >= FAMILIAR;
    }

    boolean isNearlyEqual() {
        return likeness >= NEARLY_EQUAL;
    }

    int bits() {
        return likeness
                | (passes ? PASSES : 0)
                | (repeated ? REPEATED : 0)
                | (saidAgain ? SAID_AGAIN : 0)
                | (unchanged ? UNCHANGED : 0);
    }

    static CallSigns ofBits(long bits) {
        return new CallSigns(
                (bits & PASSES) != 0,
                (bits & REPEATED) != 0,
                (int) Math.min(bits & PASSES - 1, MAX_LIKENESS),
                (bits & SAID_AGAIN) != 0,
                (bits & UNCHANGED) != 0);
    }
}
