package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.io.IOException;
import java.util.Arrays;

/** How often a call gives the same outcome: in total, and in a row while other calls may lie between. */
final class OutcomeFacts implements GroupFold {
    private final RecentCounts pairs = new RecentCounts();
    private final RecentKeys calls = new RecentKeys(RecentCounts.MAXIMUM);
    /** By the slot of the call: its latest pair with an outcome, how often in a row, since when. */
    private long[] latest = {};

    private long[] inARow = {};
    private long[] since = {};

    @Override
    public void after(StepInput in, FactValues out) {
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
        out.set(Fact.OUTCOME_IN_A_ROW, inARow[slot]);
        out.set(Fact.OUTCOME_SPAN, in.time() - since[slot]);
        out.set(Fact.OUTCOME_NEW, count == 1);
    }

    private int continueRow(StepInput in) {
        int slot = calls.use(in.call().fingerprint());
        if (slot >= 0 && latest[slot] == in.pair()) {
            inARow[slot]++;
            return slot;
        }
        int begun = slot < 0 ? ~slot : slot;
        put(begun, in.pair(), 1, in.time());
        return begun;
    }

    private void put(int slot, long pair, long times, long time) {
        if (slot >= latest.length) {
            latest = Arrays.copyOf(latest, calls.capacity());
            inARow = Arrays.copyOf(inARow, calls.capacity());
            since = Arrays.copyOf(since, calls.capacity());
        }
        latest[slot] = pair;
        inARow[slot] = times;
        since[slot] = time;
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
            out.fingerprint(latest[slot]);
            out.count(inARow[slot]);
            out.signed(since[slot] - before);
            before = since[slot];
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
