package dev.ripcord.fact;

import java.io.IOException;

/** The latest 64 costs of events that have an id, so that a later event can correct one. */
final class CorrectableCosts {
    private static final int MAXIMUM = 64;

    private static final int COST = 0;
    private static final int TIME = 1;

    private final RecentKeys events = new RecentKeys(MAXIMUM, 2);

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
        tally.correct(events.value(slot, TIME), cost - events.value(slot, COST));
        events.setValue(slot, COST, cost);
        return true;
    }

    private void put(int slot, long cost, long time) {
        events.setValue(slot, COST, cost);
        events.setValue(slot, TIME, time);
    }

    void write(FoldOutput out) throws IOException {
        events.write(out);
        long before = 0;
        for (int slot = events.oldest(); slot >= 0; slot = events.newer(slot)) {
            out.count(events.value(slot, COST));
            out.signed(events.value(slot, TIME) - before);
            before = events.value(slot, TIME);
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
