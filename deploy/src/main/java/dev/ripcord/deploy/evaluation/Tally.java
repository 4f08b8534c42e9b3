package dev.ripcord.deploy.evaluation;

import java.util.Collection;
import java.util.OptionalInt;

/** Counts of what a rule did, from which all figures follow. */
public final class Tally {
    private int sessions;
    private int positives;
    private int fired;
    private int firedPositives;
    private int mustGoOn;
    private int firedThatMustGoOn;
    private long positiveCalls;
    private long savedCalls;
    private long repetitions;
    private long stoppedRepetitions;

    private Tally() {}

    public static Tally of(Firing rule, Collection<SessionOutcome> outcomes) {
        var tally = new Tally();
        outcomes.forEach(outcome -> tally.add(rule, outcome));
        return tally;
    }

    private void add(Firing rule, SessionOutcome session) {
        var firing = rule.in(session);
        if (session.label().isKnown()) {
            sessions++;
            fired += firing.isPresent() ? 1 : 0;
        }
        addRepetitions(session, firing);
        if (session.label().mustGoOn()) {
            mustGoOn++;
            firedThatMustGoOn += firing.isPresent() ? 1 : 0;
        }
        if (session.label().isPositive()) {
            positives++;
            firedPositives += firing.isPresent() ? 1 : 0;
            positiveCalls += session.calls();
            savedCalls += session.calls() - firing.orElse(session.calls());
        }
    }

    /** The call at which a rule fires is the last one made, so that it counts as found. */
    private void addRepetitions(SessionOutcome session, OptionalInt firing) {
        if (session.label().repetitions() != null) {
            int last = firing.orElse(Integer.MAX_VALUE) - 1;
            repetitions += session.label().repetitions().size();
            stoppedRepetitions += session.label().repetitions().stream()
                    .filter(call -> call >= last)
                    .count();
        }
    }

    public Score score() {
        return new Score(
                sessions,
                fired,
                share(firedPositives, fired),
                share(firedPositives, positives),
                share(2L * firedPositives, (long) fired + positives),
                share(firedThatMustGoOn, mustGoOn),
                share(savedCalls, positiveCalls),
                share(stoppedRepetitions, repetitions));
    }

    private static Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
