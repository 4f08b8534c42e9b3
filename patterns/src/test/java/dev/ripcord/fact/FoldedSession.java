package dev.ripcord.fact;

import dev.ripcord.event.Envelope;
import dev.ripcord.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A session's facts after each of its steps, for tests to ask. */
final class FoldedSession {
    private final SessionFold fold;
    private final List<Step> steps = new ArrayList<>();

    private FoldedSession(FoldLimits limits) {
        fold = new SessionFold(limits);
    }

    static FoldedSession fold(Session session) {
        return fold(session, FoldLimits.DEFAULT);
    }

    static FoldedSession fold(Session session, FoldLimits limits) {
        return fold(session.envelopes(), limits);
    }

    static FoldedSession fold(List<Envelope> envelopes, FoldLimits limits) {
        FoldedSession folded = new FoldedSession(limits);
        envelopes.forEach(envelope -> folded.fold.after(envelope).ifPresent(folded.steps::add));
        return folded;
    }

    /** What the fact was on the steps where it was known, in their order. */
    List<Object> known(Fact fact) {
        return steps.stream()
                .map(step -> step.facts().value(fact))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What the fact was on each step; null where it is absent. */
    List<Object> all(Fact fact) {
        List<Object> values = new ArrayList<>();
        steps.forEach(step -> values.add(step.facts().value(fact)));
        return values;
    }

    /** What the fact is after the last step; null where it is absent. */
    Object last(Fact fact) {
        return steps.get(steps.size() - 1).facts().value(fact);
    }

    /** What the fact was after that step, counted from 1; null where it is absent. */
    Object at(int step, Fact fact) {
        return steps.get(step - 1).facts().value(fact);
    }

    List<Step> steps() {
        return steps;
    }

    SessionFold fold() {
        return fold;
    }
}
