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

    /** How many cells it takes, see {@link #layOut}. */
    static final int CELLS = 9;

    private static final int CALLER_STEP = 1;
    private static final int TOOL = 2;
    private static final int CALL = 3;
    private static final int COUNTS = 4;
    private static final int SIGNS = 8;

    /** As it lies among others until it is answered: an answer waits for one place in memory, not for three objects. */
    void layOut(long[] cells, int at) {
        cells[at] = ref;
        cells[at + CALLER_STEP] = callerStep;
        cells[at + TOOL] = tool;
        cells[at + CALL] = call;
        counts.layOut(cells, at + COUNTS);
        cells[at + SIGNS] = (long) signs.bits() << 1 | (communicates ? 1 : 0);
    }

    /** @return the call that was laid out there */
    static OpenCall at(long[] cells, int at) {
        return new OpenCall(
                cells[at],
                cells[at + CALLER_STEP],
                cells[at + TOOL],
                cells[at + CALL],
                (cells[at + SIGNS] & 1) != 0,
                CallCounts.at(cells, at + COUNTS),
                CallSigns.ofBits(cells[at + SIGNS] >>> 1));
    }

    /** @return how surely the response answers the call there; {@link #SAME_REF} is certain, 0 is not at all */
    static int matches(long[] cells, int at, CallWords answer) {
        long tool = cells[at + TOOL];
        if (differ(tool, answer.tool()) || differ(cells[at], answer.ref())) {
            return NO_MATCH;
        }
        if (agree(cells[at], answer.ref())) {
            return SAME_REF;
        }
        if (!agree(tool, answer.tool())) {
            return NO_MATCH;
        }
        if (agree(cells[at + CALL], answer.call())) {
            return SAME_ARGUMENTS;
        }
        return agree(cells[at + CALLER_STEP], answer.callerStep()) ? SAME_STEP : SAME_TOOL;
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
