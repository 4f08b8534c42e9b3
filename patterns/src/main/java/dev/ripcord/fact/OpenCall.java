package dev.ripcord.fact;

import java.io.IOException;

/**
 * A call that waits for its answer. All but {@code counts} are fingerprints, {@link CanonicalHash#NONE} where the
 * invocation did not say.
 *
 * @param communicates whether the tool only speaks to a person: then its answer does not count either
 * @param counts the facts of the invocation, which its answer repeats
 * @param signs by which its outcome will be judged
 */
record OpenCall(
        long ref, long callerStep, long tool, long call, boolean communicates, CallCounts counts, CallSigns signs) {
    /** The first version of the state that keeps the signs. */
    private static final int WITH_SIGNS = 2;

    static final int SAME_REF = 4;
    private static final int SAME_ARGUMENTS = 3;
    private static final int SAME_STEP = 2;
    private static final int SAME_TOOL = 1;
    private static final int NO_MATCH = 0;

    /** @return how surely the response answers this call; {@link #SAME_REF} is certain, 0 is not at all */
    int matches(CallWords answer) {
        if (differ(tool, answer.tool()) || differ(ref, answer.ref())) {
            return NO_MATCH;
        }
        if (agree(ref, answer.ref())) {
            return SAME_REF;
        }
        if (!agree(tool, answer.tool())) {
            return NO_MATCH;
        }
        if (agree(call, answer.call())) {
            return SAME_ARGUMENTS;
        }
        return agree(callerStep, answer.callerStep()) ? SAME_STEP : SAME_TOOL;
    }

    private static boolean agree(long one, long other) {
        return one != CanonicalHash.NONE && one == other;
    }

    private static boolean differ(long one, long other) {
        return one != other && one != CanonicalHash.NONE && other != CanonicalHash.NONE;
    }

    void write(FoldOutput out) throws IOException {
        out.fingerprint(ref);
        out.fingerprint(callerStep);
        out.fingerprint(tool);
        out.fingerprint(call);
        out.flag(communicates);
        counts.write(out);
        out.count(signs.bits());
    }

    static OpenCall read(FoldInput in) throws IOException {
        return new OpenCall(
                in.fingerprint(),
                in.fingerprint(),
                in.fingerprint(),
                in.fingerprint(),
                in.flag(),
                CallCounts.read(in),
                in.version() < WITH_SIGNS ? CallSigns.NONE : CallSigns.ofBits(in.count()));
    }
}
