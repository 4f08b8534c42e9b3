package dev.ripcord.deploy.bench.traffic;

/** What becomes of a session: most stay healthy, some run away at their end in one of the three ways. */
public enum Family {
    HEALTHY(-1, 0),
    /** The same call with the same result, five times. */
    IDENTICAL_CALL(9, 0),
    /** Two states in turn; the third visit of the first one completes it. */
    STATE_LOOP(4, 0),
    /** Three steps that cost hundreds of times the usual, which needs eight usual ones before them to be known. */
    COST_SPIKE(9, 32);

    /** Events with which a session runs away: its last ones. */
    public static final int SCRIPT = 10;

    private final int completing;
    private final int history;

    Family(int completing, int history) {
        this.completing = completing;
        this.history = history;
    }

    /** @return which event of the script completes the family's pattern, counted from 0; -1 where none does */
    public int completing() {
        return completing;
    }

    /** @return events before the script without which the library may not find it */
    int history() {
        return history;
    }
}
