package dev.ripcord.fact;

import java.io.IOException;
import java.util.Arrays;

/** The latest 64 costs of events that have an id, so that a later event can correct one. */
final class CorrectableCosts {
    private static final int MAXIMUM = 64;

    private final RecentKeys events = new RecentKeys(MAXIMUM);
    private long[] costs = {};
    private long[] times = {};

    void remember(long eventId, long cost, long time) {
        int slot = events.use(eventId);
        put(slot < 0 ? ~slot : slot, cost, time);
    }

    /** @return whether that event's cost was still known, and the tally moved by the difference */
    boolean correct(long eventId, long cost, Tally tally) {
        int slot = events.find(eventId);
        if (slot < 0) {
            return false;
        }
        tally.correct(times[slot], cost - costs[slot]);
        costs[slot] = cost;
        return true;
    }

    private void put(int slot, long cost, long time) {
        if (slot >= costs.length) {
            costs = Arrays.copyOf(costs, events.capacity());
            times = Arrays.copyOf(times, events.capacity());
        }
        costs[slot] = cost;
        times[slot] = time;
    }

    void write(FoldOutput out) throws IOException {
        events.write(out);
        long before = 0;
        for (int slot = events.oldest(); slot >= 0; slot = events.newer(slot)) {
            out.count(costs[slot]);
            out.signed(times[slot] - before);
            before = times[slot];
        }
    }

    void read(FoldInput in) throws IOException {
        events.read(in);
        long before = 0;
        for (int slot = events.oldest(); slot >= 0; slot = events.newer(slot)) {
            long cost = in.count();
            before += in.signed();
            put(slot, cost, before);
        }
    }
}
