package dev.ripcord.detection;

import dev.ripcord.signal.MatchedStep;
import java.util.List;

/** How far a definition has come in a session: its partial match that has taken most steps. For people who look back. */
public final class Attempt {
    private final String definition;
    private final TakenStep latest;

    private Attempt(String definition, TakenStep latest) {
        this.definition = definition;
        this.latest = latest;
    }

    static Attempt of(Progress progress) {
        TakenStep furthest = null;
        for (PartialMatch match : progress.matches()) {
            if (match.count() > (furthest == null ? 0 : furthest.count())) {
                furthest = match.taken();
            }
        }
        return new Attempt(progress.definition(), furthest);
    }

    /** @return {@code id@hash} */
    public String definition() {
        return definition;
    }

    /** @return how many steps it has taken */
    public int count() {
        return latest == null ? 0 : latest.count();
    }

    /** @return the steps taken, oldest first */
    public List<MatchedStep> taken() {
        return latest == null
                ? List.of()
                : latest.inOrder().stream()
                        .map(taken -> MatchedStep.of(taken.element(), taken.step()))
                        .toList();
    }
}
