package dev.ripcord.fact;

import java.io.IOException;

/** How often a call is made: in total, in a row, and among the latest 64 calls. */
final class CallFacts implements GroupFold {
    private static final int WINDOW = 64;

    private final RecentCounts counts = new RecentCounts();
    private final Latest window = new Latest(WINDOW);
    private long inARow;
    private long latestTool;
    private long toolInARow;

    /** @return fingerprints of the latest calls */
    Latest latest() {
        return window;
    }

    @Override
    public void after(StepInput in, FactValues out) {
        Call call = in.call();
        CallCounts known = CallCounts.NONE;
        if (call.isMade()) {
            known = made(call);
            in.found(!call.hasArguments() ? Newness.UNSEEN : known.count() == 1 ? Newness.NEW : Newness.KNOWN);
        } else if (call.answered() != null) {
            known = call.answered().counts();
        }
        known.tell(out);
        if (in.polls() && call != Call.NONE) {
            out.set(Fact.CALL_POLLS, 1);
        }
        in.counts(known);
    }

    private CallCounts made(Call call) {
        boolean sameAgain = window.size() > 0 && window.back(1) == call.fingerprint();
        inARow = sameAgain ? inARow + 1 : 1;
        toolInARow = call.tool() == latestTool ? toolInARow + 1 : 1;
        latestTool = call.tool();
        window.add(call.fingerprint());
        long tools = call.tool() == CanonicalHash.NONE ? 0 : toolInARow;
        if (!call.hasArguments()) {
            return new CallCounts(0, 0, 0, tools);
        }
        long count = counts.add(call.fingerprint());
        // The first of its kind among the 256 used last is the only one in the window.
        long recent = count == 1 ? 1 : window.count(call.fingerprint());
        return new CallCounts(count, inARow, recent, tools);
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        if (out.nothing(window.size() == 0)) {
            return;
        }
        counts.write(out);
        window.write(out);
        out.count(inARow);
        out.fingerprint(latestTool);
        out.count(toolInARow);
    }

    @Override
    public void read(FoldInput in) throws IOException {
        if (in.nothing()) {
            return;
        }
        counts.read(in);
        window.read(in);
        inARow = in.count();
        latestTool = in.fingerprint();
        toolInARow = in.count();
    }
}
