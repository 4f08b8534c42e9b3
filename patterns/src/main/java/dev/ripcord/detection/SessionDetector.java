package dev.ripcord.detection;

import dev.ripcord.event.Envelope;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.Step;
import dev.ripcord.pattern.Definition;
import dev.ripcord.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Judges the events of sessions, one at a time, in the order of their log. Needs no running Flink: the job, tests,
 * backtests and previews all call this.
 *
 * <p>An event becomes a step; each definition in force that applies to it looks at the step. Per event and definition
 * there is at most one signal, for the first match in flink-cep's order that completes at this event, and none within
 * {@code rearm} after the definition's latest signal in the session. Partial matches live on after a signal. A session
 * that fell silent for too long begins anew, and one that was released: its facts, its partial matches and the memory
 * of its signals are gone first, so that a released session is halted again on new evidence alone.
 */
public final class SessionDetector {
    private final DetectionLimits limits;

    public SessionDetector(DetectionLimits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /** Judges a log of which nothing was released. */
    public Judgement judge(SessionState session, Envelope envelope, ActivePatterns patterns) {
        return judge(session, envelope, patterns, Releases.NONE);
    }

    public Judgement judge(SessionState session, Envelope envelope, ActivePatterns patterns, Releases releases) {
        return judge(session, DigestedEvent.of(envelope, limits.fold().volatileFields()), patterns, releases);
    }

    /**
     * @param session is changed
     * @param patterns in force at the event's Kafka time, for the session's tenant
     * @param releases each of which counts once, from the first event on whose Kafka time it covers
     */
    public Judgement judge(
            SessionState session, DigestedEvent event, ActivePatterns patterns, Releases releases) {
        session.beginIfOver(event.kafkaTime());
        Released released = session.beginIfReleased(event, releases);
        Optional<Step> folded = session.fold().after(event);
        if (folded.isEmpty()) {
            return Judgement.repeat(released);
        }
        Step step = folded.get();
        if (session.fold().restarted()) {
            session.beginAnew();
        }
        int forgotten = session.keepOnly(patterns);
        List<Signal> signals = new ArrayList<>(0);
        int overflows = 0;
        for (ActivePattern pattern : patterns.inOrder()) {
            if (pattern.sees(session.key(), step)) {
                PartialMatches.Outcome outcome = advance(session, step, pattern);
                signalled(session, step, pattern, outcome).ifPresent(signals::add);
                overflows += outcome.overflows();
                forgotten += outcome.forgotten();
            }
        }
        return new Judgement(false, released, folded, signals, overflows, forgotten);
    }

    private PartialMatches.Outcome advance(SessionState session, Step step, ActivePattern pattern) {
        Optional<PartialMatches> begun = session.matches(pattern);
        if (begun.isEmpty() && !new StateWalk(pattern.compiled(), step).begins()) {
            return PartialMatches.Outcome.NOTHING;
        }
        PartialMatches matches = begun.orElseGet(() -> PartialMatches.of(pattern.compiled()));
        PartialMatches.Outcome outcome = matches.after(step, pattern.compiled(), limits);
        session.keep(pattern, matches);
        return outcome;
    }

    private static Optional<Signal> signalled(
            SessionState session, Step step, ActivePattern pattern, PartialMatches.Outcome outcome) {
        Definition definition = pattern.definition();
        if (outcome.completed().isEmpty()
                || !session.isArmed(
                        definition.id(), step.time(), pattern.rearm(step).toMillis())) {
            return Optional.empty();
        }
        Signal signal =
                new SignalComposer(session, pattern).signal(outcome.completed().get(0), step);
        session.signalled(definition.id(), step.time(), signal.signalId());
        return Optional.of(signal);
    }
}
