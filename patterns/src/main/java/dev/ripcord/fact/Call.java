package dev.ripcord.fact;

/**
 * The call that a step makes or answers.
 *
 * @param tool fingerprint of the tool's name; {@link CanonicalHash#NONE} where the step names none
 * @param fingerprint of the tool with its canonical arguments; {@link CanonicalHash#NONE} where they are not known
 * @param isMade whether the step makes the call: an invocation, or a response that stands for its own
 * @param answered the open call that the step answers; null where it answers none that is known
 */
record Call(long tool, long fingerprint, boolean isMade, OpenCall answered) {
    /** Of steps that have to do with no call. */
    static final Call NONE = new Call(CanonicalHash.NONE, CanonicalHash.NONE, false, null);

    static Call made(long tool, long fingerprint) {
        return new Call(tool, fingerprint, true, null);
    }

    static Call answered(OpenCall open) {
        return new Call(open.tool(), open.call(), false, open);
    }

    static Call unknown(long tool) {
        return new Call(tool, CanonicalHash.NONE, false, null);
    }

    boolean hasArguments() {
        return fingerprint != CanonicalHash.NONE;
    }
}
