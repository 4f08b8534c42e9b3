package dev.ripcord.fact;

import java.io.IOException;

/** What the states that the agent reports say about its latest calls. */
final class StateWatch {
    private boolean isReported;
    /** Whether a state was reported before the latest call, and after the one before it. */
    private boolean reportedBefore;
    /** Since the latest call: whether a state was reported, and whether all of them were the one before. */
    private boolean reported;

    private boolean unchanged;

    /** After the states of the step are folded. */
    void after(StepInput in) {
        if (in.state() == CanonicalHash.NONE) {
            return;
        }
        unchanged = !in.entersState() && (unchanged || !reported);
        reported = true;
        isReported = true;
    }

    void callMade() {
        reportedBefore = reported;
        reported = false;
        unchanged = false;
    }

    /** @return whether the latest call led from one state that was reported to one that was never reported before */
    boolean isLedToBy(StepInput in, FactValues out) {
        return reportedBefore && in.entersState() && out.bits(Fact.STATE_VISITS) == 1;
    }

    /** @return whether all that was reported since the latest call is the state of before */
    boolean isUnchanged() {
        return unchanged;
    }

    /** @return whether the session reports states at all */
    boolean isReported() {
        return isReported;
    }

    void write(FoldOutput out) throws IOException {
        out.flags(isReported, reportedBefore, reported, unchanged);
    }

    void read(FoldInput in) throws IOException {
        boolean[] flags = in.flags(4);
        isReported = flags[0];
        reportedBefore = flags[1];
        reported = flags[2];
        unchanged = flags[3];
    }
}
