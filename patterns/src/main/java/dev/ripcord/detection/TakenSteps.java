package dev.ripcord.detection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

    static TakenSteps of(List<PartialMatch> matches) {
        TakenSteps steps = new TakenSteps();
        matches.forEach(match -> steps.add(match.taken()));
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

    /** Looks no further back than to the first that is known: what branches share is met once. */
    private void add(TakenStep latest) {
        Deque<TakenStep> unknown = new ArrayDeque<>();
        for (TakenStep taken = latest; taken != null && !references.containsKey(taken); taken = taken.before()) {
            unknown.push(taken);
        }
        for (TakenStep taken : unknown) {
            inOrder.add(taken);
            references.put(taken, inOrder.size());
        }
    }
}
