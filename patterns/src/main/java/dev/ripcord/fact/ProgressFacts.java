package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.io.IOException;

/** How far the results of a call say that its work has come, and how often it was made since that last rose. */
final class ProgressFacts implements GroupFold {
    private static final int SHOWN = 0;

    /**
     * By call, for those alone whose results show progress: what was shown last, and as its count what call.count was
     * when it last rose. Null where there is none.
     */
    private RecentKeys calls;
    /** Whether calls were made before, of which nobody looked whether they got on: an earlier version kept the state. */
    private boolean beganLate;

    void beginsLate() {
        beganLate = true;
    }

    @Override
    public void after(StepInput in, FactValues out) {
        if (!in.call().hasArguments() || !out.has(Fact.CALL_COUNT)) {
            return;
        }
        long call = in.call().fingerprint();
        long count = out.bits(Fact.CALL_COUNT);
        if (in.call().isMade()) {
            made(call, count, out);
        }
        if (in.is(EventTypes.TOOL_RESPONSE)
                && ProgressShown.isShown(in.outcome().progress())) {
            shown(call, count, in.outcome().progress(), out);
        }
    }

    private void made(long call, long count, FactValues out) {
        int slot = calls == null ? -1 : calls.find(call);
        if (slot < 0 && beganLate) {
            return;
        }
        // Forgotten and counted anew, it may have been made less often than when its progress rose.
        long atRise = slot < 0 ? 0 : Math.min(calls.countAt(slot), count - 1);
        out.set(Fact.CALL_SINCE_PROGRESS, count - atRise);
    }

    private void shown(long call, long count, double progress, FactValues out) {
        out.set(Fact.OUTCOME_PROGRESS, progress);
        calls = calls == null ? kept() : calls;
        int used = calls.use(call);
        boolean known = used >= 0;
        int slot = known ? used : ~used;
        boolean rose = known && progress > Double.longBitsToDouble(calls.value(slot, SHOWN));
        if (known) {
            out.set(Fact.OUTCOME_PROGRESSED, rose);
        }
        boolean countsFromHere = rose || !known && beganLate;
        calls.setCountAt(slot, countsFromHere ? count : known ? calls.countAt(slot) : 0);
        calls.setValue(slot, SHOWN, Double.doubleToRawLongBits(progress));
    }

    private static RecentKeys kept() {
        return new RecentKeys(RecentCounts.MAXIMUM, 1);
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        if (out.nothing(calls == null && !beganLate)) {
            return;
        }
        out.flag(beganLate);
        if (out.nothing(calls == null)) {
            return;
        }
        calls.write(out);
        for (int slot = calls.oldest(); slot >= 0; slot = calls.newer(slot)) {
            out.signed(Long.reverseBytes(calls.value(slot, SHOWN)));
            out.count(calls.countAt(slot));
        }
    }

    @Override
    public void read(FoldInput in) throws IOException {
        if (in.nothing()) {
            return;
        }
        beganLate = in.flag();
        if (in.nothing()) {
            return;
        }
        calls = kept();
        calls.read(in);
        for (int slot = calls.oldest(); slot >= 0; slot = calls.newer(slot)) {
            calls.setValue(slot, SHOWN, Long.reverseBytes(in.signed()));
            calls.setCountAt(slot, in.count());
        }
    }
}
