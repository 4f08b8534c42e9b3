package dev.ripcord.deploy.bench.traffic;

import java.io.Serializable;

/**
 * The events of many agents at once: which session the n-th event of the log belongs to, and which of its events it is.
 * A pure function of n, so that a source needs no memory, and what must be found is known for any number of events.
 *
 * <p>The live sessions take turns. Each is replaced by a new one after its last event. The first ones are at different
 * points of their life when the log begins, so that sessions begin and end all the time, not all at once.
 *
 * @param live sessions at any time
 * @param length events of a session
 * @param loopPerMille how many of a thousand sessions run away
 * @param begin time of the first event, milliseconds since the epoch
 * @param stepMillis time between two events of a session
 */
public record Traffic(int live, int length, int loopPerMille, long begin, long stepMillis) implements Serializable {
    /** Three of a hundred: one for each way to run away. */
    public static final int LOOP_PER_MILLE = 30;

    /** An agent takes a step every two seconds. */
    private static final long STEP_MILLIS = 2_000;

    /** 2026-01-01T00:00:00Z: a day like another. */
    private static final long SOME_DAY = 1_767_225_600_000L;

    private static final Family[] RUNAWAYS = {Family.IDENTICAL_CALL, Family.STATE_LOOP, Family.COST_SPIKE};

    public Traffic {
        if (live < 1 || length < Family.SCRIPT) {
            throw new IllegalArgumentException(
                    live + " sessions of " + length + " events; there must be at least 1 of " + Family.SCRIPT);
        }
    }

    public static Traffic of(int live, int length) {
        return new Traffic(live, length, LOOP_PER_MILLE, SOME_DAY, STEP_MILLIS);
    }

    /** The same sessions, of which so many of a thousand run away. */
    public Traffic withLoops(int perMille) {
        return new Traffic(live, length, perMille, begin, stepMillis);
    }

    /** The same sessions, of which the first begins at another time. */
    public Traffic from(long millis) {
        return new Traffic(live, length, loopPerMille, millis, stepMillis);
    }

    /** @return the session's number */
    public long session(long event) {
        return turn(event) / length * live + event % live;
    }

    /** @return which of its session's events it is, from 0 */
    public int index(long event) {
        return (int) (turn(event) % length);
    }

    /** @return the first event of the session, which is none of the first ones */
    public long begins(long session) {
        long slot = session % live;
        return (session / live * length - phase(slot)) * live + slot;
    }

    /** @return time of the event, milliseconds since the epoch; rises with the number of the event */
    public long time(long event) {
        return begin + event / live * stepMillis + event % live * stepMillis / live;
    }

    /** @return what becomes of the session */
    public Family family(long session) {
        int lot = (int) Long.remainderUnsigned(Mix.of(session), 1_000);
        return lot < loopPerMille ? RUNAWAYS[lot % RUNAWAYS.length] : Family.HEALTHY;
    }

    /** @return place of the event in its session's script; negative before it begins */
    public int scriptIndex(int index) {
        return index - (length - Family.SCRIPT);
    }

    /** @return whether the event completes the pattern of its session's family, with all that it takes before it */
    public boolean completes(long event) {
        int script = scriptIndex(index(event));
        long session = session(event);
        return script >= 0 && script == family(session).completing() && isRunaway(session);
    }

    /**
     * @return whether the session runs away, and enough of it is in the log to see that: the first sessions begin
     *     somewhere in their life
     */
    boolean isRunaway(long session) {
        Family family = family(session);
        return family != Family.HEALTHY
                && (session >= live || phase(session) <= length - Family.SCRIPT - family.history());
    }

    private long turn(long event) {
        return event / live + phase(event % live);
    }

    private int phase(long slot) {
        return (int) Long.remainderUnsigned(Mix.of(~slot), length);
    }
}
