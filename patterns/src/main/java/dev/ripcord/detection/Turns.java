package dev.ripcord.detection;

import dev.ripcord.fact.FactValues;
import java.util.List;

/**
 * Whose turn it is to look at a step: the patterns that it may begin a match of, and those that have partial matches in
 * the session, by their places. Of a hundred patterns in force that is a handful.
 */
final class Turns {
    private static final int NONE = Integer.MAX_VALUE;

    private List<Progress> alive = List.of();
    private PatternsOfType concerned;
    private FactValues facts;
    private int nextAlive;
    private int nextBeginning;
    private int place;
    private Progress known;
    private boolean mayBegin;

    /** @param inProgress by their places; whose turn it is may come in or leave while it has it */
    void begin(List<Progress> inProgress, PatternsOfType ofStep, FactValues factsOfStep) {
        alive = inProgress;
        concerned = ofStep;
        facts = factsOfStep;
        nextAlive = 0;
        nextBeginning = concerned.nextBeginning(0, facts);
        place = -1;
    }

    boolean next() {
        while (nextAlive < alive.size() && alive.get(nextAlive).place() <= place) {
            nextAlive++;
        }
        int ofAlive = nextAlive < alive.size() ? alive.get(nextAlive).place() : NONE;
        int ofBeginning = concerned.beginning(nextBeginning);
        place = Math.min(ofAlive, ofBeginning);
        known = ofAlive == place && place != NONE ? alive.get(nextAlive) : null;
        mayBegin = ofBeginning == place;
        nextBeginning = mayBegin ? concerned.nextBeginning(nextBeginning + 1, facts) : nextBeginning;
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
