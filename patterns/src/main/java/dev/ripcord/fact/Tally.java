package dev.ripcord.fact;

import java.io.IOException;

/** What steps report of one kind, added up over the session and over its latest minute. */
final class Tally {
    static final int COST = 0;
    static final int TOKENS = 1;
    static final int LATENCY = 2;
    static final int KINDS = 3;

    private final MinuteWindow minute;
    private final int kind;
    private boolean known;
    private long session;

    /**
     * @param minute shared by all tallies of the session
     * @param kind of the amounts there
     */
    Tally(MinuteWindow minute, int kind) {
        this.minute = minute;
        this.kind = kind;
    }

    /** @return whether any step has reported it: before, the sums are unknown rather than 0 */
    boolean isKnown() {
        return known;
    }

    long session() {
        return session;
    }

    long minute(long time) {
        return minute.sum(kind, time);
    }

    void add(long time, long amount) {
        known = true;
        session = sum(session, amount);
        minute.add(kind, time, amount);
    }

    /** Raises the sum of the session by what was spent at times unknown: the minute does not count it. */
    void raiseTo(long atLeast) {
        known = true;
        session = Math.max(session, atLeast);
    }

    /** An amount added at that time turned out to differ. */
    void correct(long time, long difference) {
        session = Math.max(0, sum(session, difference));
        minute.correct(kind, time, difference);
    }

    void write(FoldOutput out) throws IOException {
        if (out.nothing(!known)) {
            return;
        }
        out.count(session);
        minute.write(kind, out);
    }

    void read(FoldInput in) throws IOException {
        if (in.nothing()) {
            return;
        }
        known = true;
        session = in.count();
        minute.read(kind, in);
    }

    /** Sums saturate: what is beyond counting is no less a reason to halt. */
    private static long sum(long amount, long more) {
        long sum = amount + more;
        return more > 0 && sum < amount ? Long.MAX_VALUE : sum;
    }
}
