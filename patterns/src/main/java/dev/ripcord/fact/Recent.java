package dev.ripcord.fact;

import java.util.ArrayList;
import java.util.List;

/**
 * What the latest steps of a session were. It looks at what the facts keep anyway, as it is now: to be asked while a
 * step is judged, and not later.
 */
public final class Recent {
    /** Of a step that no session was folded for. */
    static final Recent NOTHING = new Recent(new Latest(8), new Latest(8), new ErrorFacts());

    private final Latest calls;
    private final Latest outcomes;
    private final ErrorFacts errors;

    Recent(Latest calls, Latest outcomes, ErrorFacts errors) {
        this.calls = calls;
        this.outcomes = outcomes;
        this.errors = errors;
    }

    /** @return the newest first; Long, or Boolean for {@link RecentList#FAILED} */
    public List<?> list(RecentList which) {
        return switch (which) {
            case CALLS -> list(calls);
            case OUTCOMES -> list(outcomes);
            case FAILED -> errors.latestFailed();
        };
    }

    private static List<Long> list(Latest latest) {
        List<Long> list = new ArrayList<>(latest.size());
        for (int steps = 1; steps <= latest.size(); steps++) {
            list.add(latest.back(steps));
        }
        return list;
    }
}
