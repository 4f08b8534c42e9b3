package dev.ripcord.detection;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** All steps that some partial matches have taken, each once, with a number to refer to it. */
final class TakenSteps {
    /** Stands for no step: before the first one, and for the start. */
    static final int NONE = 0;

    private final List<TakenStep> inOrder = new ArrayList<>();
    private final Map<TakenStep, Integer> references = new IdentityHashMap<>();

    private TakenSteps() {}

    static TakenSteps of(PartialMatches matches) {
        TakenSteps steps = new TakenSteps();
        matches.matches().stream().filter(match -> !match.isStart()).forEach(match -> steps.add(match.taken()));
        return steps;
    }

    /** @return each after the one taken before it */
    List<TakenStep> inOrder() {
        return inOrder;
    }

    /** @param taken null for none */
    int reference(TakenStep taken) {
        return taken == null ? NONE : references.get(taken);
    }

    private void add(TakenStep match) {
        for (TakenStep taken : match.inOrder()) {
            if (!references.containsKey(taken)) {
                inOrder.add(taken);
                references.put(taken, inOrder.size());
            }
        }
    }
}
