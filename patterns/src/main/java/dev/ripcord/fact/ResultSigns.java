package dev.ripcord.fact;

/**
 * What the outcome of a call says about going somewhere.
 *
 * @param shown whether there is an outcome yet, and the telemetry shows it
 * @param seen whether the call gave the same outcome before
 * @param old whether each line of the result was in an earlier one, as far as a sample tells
 * @param afterFailure whether the outcome shown before it was a failure
 */
record ResultSigns(boolean shown, boolean failed, boolean seen, boolean old, boolean afterFailure) {
    static final ResultSigns UNKNOWN = new ResultSigns(false, false, false, false, false);

    /** What comes of a call whose outcome is not shown, where the state after it is one never seen before. */
    static final ResultSigns NEW_STATE = new ResultSigns(true, false, false, false, false);
}
