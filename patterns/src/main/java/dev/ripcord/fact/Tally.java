package dev.ripcord.fact;

import java.io.IOException;

/** What steps report of one kind, added up over the session and over its latest minute. */
final class Tally {
    private final MinuteWindow minute = new MinuteWindow();
    private boolean known;
    private long session;

    /** @return whether any step has reported it: before, the sums are unknown rather than 0 */
    boolean isKnown() {
        return known;
    }

    long session() {
        return session;
    }

    long minute(long time) {
        return minute.sum(time);
    }

    void add(long time, long amount) {
        known = true;
        session = sum(session, amount);
        minute.add(time, amount);
    }

    /** Raises the sum of the session by what was spent at times unknown: the minute does not count it. */
    void raiseTo(long atLeast) {
        known = true;
        session = Math.max(session, atLeast);
    }

    /** An amount added at that time turned out to differ. */
    void correct(long time, long difference) {
        session = Math.max(0, sum(session, difference));
        minute.correct(time, difference);
    }

    void write(FoldOutput out) throws IOException {
        if (out.nothing(!known)) {
            return;
        }
        out.count(session);
        minute.write(out);
    }

    void read(FoldInput in) throws IOException {
        if (in.nothing()) {
            return;
        }
        known = true;
        session = in.count();
        minute.read(in);
    }

    /** Sums saturate: what is beyond counting is no less a reason to halt. */
    private static long sum(long amount, long more) {
        long sum = amount + more;
        return more > 0 && sum < amount ? Long.MAX_VALUE : sum;
    }
}
