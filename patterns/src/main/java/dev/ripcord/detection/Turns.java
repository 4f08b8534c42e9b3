package dev.ripcord.detection;

import java.util.List;

/**
 * Whose turn it is to look at a step: the patterns that it may begin a match of, and those that have partial matches in
 * the session, by their places. Of a hundred patterns in force that is a handful.
 */
final class Turns {
    private static final int NONE = Integer.MAX_VALUE;

    private List<Progress> alive = List.of();
    private PatternsOfType concerned;
    private int nextAlive;
    private int nextBeginning;
    private int place;
    private Progress known;
    private boolean mayBegin;

    /** @param inProgress by their places; whose turn it is may come in or leave while it has it */
    void begin(List<Progress> inProgress, PatternsOfType ofStep) {
        alive = inProgress;
        concerned = ofStep;
        nextAlive = 0;
        nextBeginning = 0;
        place = -1;
    }

    boolean next() {
        while (nextAlive < alive.size() && alive.get(nextAlive).place() <= place) {
            nextAlive++;
        }
        int ofAlive = nextAlive < alive.size() ? alive.get(nextAlive).place() : NONE;
        int ofBeginning = nextBeginning < concerned.beginning() ? concerned.beginning(nextBeginning) : NONE;
        place = Math.min(ofAlive, ofBeginning);
        known = ofAlive == place && place != NONE ? alive.get(nextAlive) : null;
        mayBegin = ofBeginning == place;
        nextBeginning += mayBegin ? 1 : 0;
        return place != NONE;
    }

    int place() {
        return place;
    }

    /** @return null where no partial match has begun */
    Progress known() {
        return known;
    }

    /** @return whether the step can change nothing, by its type and its time */
    boolean isIdle(long time) {
        return known != null
                && !mayBegin
                && !concerned.moves(place)
                && time < known.bound().nextDeadline();
    }
}
