package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.io.IOException;

/** How often a call gives the same outcome: in total, and in a row while other calls may lie between. */
final class OutcomeFacts implements GroupFold {
    private static final int LATEST = 0;
    private static final int SINCE = 1;

    private final RecentCounts pairs = new RecentCounts();
    /** By call: how often in a row it gave the same outcome, as its count; its latest pair with one, since when. */
    private final RecentKeys calls = new RecentKeys(RecentCounts.MAXIMUM, 2);

    @Override
    public void after(StepInput in, FactValues out) {
        if (in.call().isMade() && in.call().hasArguments()) {
            int slot = calls.find(in.call().fingerprint());
            out.set(Fact.CALL_OUTCOME_IN_A_ROW, slot < 0 ? 0 : calls.countAt(slot));
        }
        if (!in.acts() || !in.is(EventTypes.TOOL_RESPONSE)) {
            return;
        }
        if (in.pair() == CanonicalHash.NONE) {
            in.found(Newness.UNSEEN);
            return;
        }
        long count = pairs.add(in.pair());
        in.found(count == 1 ? Newness.NEW : Newness.KNOWN);
        int slot = continueRow(in);
        out.set(Fact.OUTCOME_COUNT, count);
        out.set(Fact.OUTCOME_IN_A_ROW, calls.countAt(slot));
        out.set(Fact.OUTCOME_SPAN, in.time() - calls.value(slot, SINCE));
        out.set(Fact.OUTCOME_NEW, count == 1);
    }

    private int continueRow(StepInput in) {
        int slot = calls.use(in.call().fingerprint());
        if (slot >= 0 && calls.value(slot, LATEST) == in.pair()) {
            calls.setCountAt(slot, calls.countAt(slot) + 1);
            return slot;
        }
        int begun = slot < 0 ? ~slot : slot;
        put(begun, in.pair(), 1, in.time());
        return begun;
    }

    private void put(int slot, long pair, long times, long time) {
        calls.setValue(slot, LATEST, pair);
        calls.setCountAt(slot, times);
        calls.setValue(slot, SINCE, time);
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        if (out.nothing(calls.size() == 0)) {
            return;
        }
        pairs.write(out);
        calls.write(out);
        long before = 0;
        for (int slot = calls.oldest(); slot >= 0; slot = calls.newer(slot)) {
            out.fingerprint(calls.value(slot, LATEST));
            out.count(calls.countAt(slot));
            out.signed(calls.value(slot, SINCE) - before);
            before = calls.value(slot, SINCE);
        }
    }

    @Override
    public void read(FoldInput in) throws IOException {
        if (in.nothing()) {
            return;
        }
        pairs.read(in);
        calls.read(in);
        long before = 0;
        for (int slot = calls.oldest(); slot >= 0; slot = calls.newer(slot)) {
            long pair = in.fingerprint();
            long times = in.count();
            before += in.signed();
            put(slot, pair, times, before);
        }
    }
}
