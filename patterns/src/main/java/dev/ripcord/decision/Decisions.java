package dev.ripcord.decision;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Scope;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.Violation;
import java.util.Optional;

/**
 * Decides about one scope at a time, in the order in which things become known: each call takes what is known of the
 * scope, and gives what is known of it then. Not for use by several threads.
 */
public final class Decisions {
    private final Retention retention;
    private final SignalDecisions signals;
    private final ControlDecisions control;
    private final Ladder ladder;

    public Decisions(DecisionLimits limits, WiderDecisions wider) {
        retention = new Retention(limits);
        signals = new SignalDecisions(limits, wider);
        control = new ControlDecisions(limits);
        ladder = new Ladder(limits, wider);
    }

    /**
     * @param known of the signal's scope
     * @param now wall clock, milliseconds since the epoch
     */
    public ScopeDecisions signalled(ScopeDecisions known, Signal signal, long now, Consequences out) {
        return signals.after(known, signal, now, out);
    }

    /**
     * @param record a halt or a release, read back from the topic
     * @param now wall clock, milliseconds since the epoch
     * @param superseded whether the guard is known to have written something later under the record's key
     */
    public ScopeDecisions recorded(
            ScopeDecisions known, HaltRecord record, long kafkaTime, long now, boolean superseded, Consequences out) {
        return control.after(known, record, kafkaTime, now, superseded, out);
    }

    /** @param known of the halt's scope */
    public ScopeDecisions acknowledged(
            ScopeDecisions known, Acknowledgement acknowledgement, long kafkaTime, Consequences out) {
        return ladder.acknowledged(known, acknowledgement, kafkaTime, out);
    }

    /** @param known of the session that has acknowledged the halt of another scope */
    public ScopeDecisions answered(ScopeDecisions known, Acknowledgement acknowledgement, long kafkaTime) {
        return Ladder.answered(known, acknowledgement, kafkaTime);
    }

    /** @param known of the halt's scope */
    public ScopeDecisions violated(ScopeDecisions known, Violation violation, Consequences out) {
        return ladder.violated(known, violation, out);
    }

    /**
     * Joins what the topic said of the scope when the job started; to be called before the scope's first news.
     *
     * @return the very same decisions where there is nothing to join
     */
    public ScopeDecisions joined(ScopeDecisions known, Scope scope, TopicWords topic, Consequences out) {
        return topic.take(scope)
                .map(words -> ControlDecisions.joined(known, words, scope, out))
                .orElse(known);
    }

    /** An acknowledgement may be overdue. @param now wall clock, milliseconds since the epoch */
    public ScopeDecisions waited(ScopeDecisions known, Scope scope, long now, Consequences out) {
        return ladder.overdue(known, scope, now, out);
    }

    /** @return the Kafka time at which {@link #aged} is to be asked */
    public long keptUntil(ScopeDecisions known) {
        return retention.until(known);
    }

    /**
     * @param now wall clock, milliseconds since the epoch
     * @return what is still needed at that time; empty where nothing is
     */
    public Optional<ScopeDecisions> aged(
            long kafkaTime, long now, ScopeDecisions known, Scope scope, Consequences out) {
        return retention.at(kafkaTime, now, known, scope, out);
    }
}
