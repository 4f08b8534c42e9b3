package dev.ripcord.detection;

import dev.ripcord.event.Envelope;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.FactValues;
import dev.ripcord.fact.Step;
import dev.ripcord.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Judges the events of sessions, one at a time, in the order of their log. Needs no running Flink: the job, tests,
 * backtests and previews all call this.
 *
 * <p>An event becomes a step, read as the tool profiles in force have it where they speak of its tool; each definition
 * in force that applies to it looks at the step, unless the step's type says that it means nothing to it. Per event
 * and definition there is at most one signal, for the first match in flink-cep's order that completes at this event,
 * and none within {@code rearm} after the definition's latest signal in the session. Partial matches live on after a
 * signal. A session that fell silent for too long begins anew, and one that was released: its facts, its partial
 * matches and the memory of its signals are gone first, so that a released session is halted again on new evidence
 * alone. Used by one thread.
 */
public final class SessionDetector {
    private final DetectionLimits limits;
    private final StateWalk walk = new StateWalk();
    private final Turns turns = new Turns();
    private final Losses losses = new Losses();
    private final FactValues facts = new FactValues();

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
    public Judgement judge(SessionState session, DigestedEvent event, ActivePatterns patterns, Releases releases) {
        session.beginIfOver(event.kafkaTime());
        Released released = session.beginIfReleased(event, releases);
        DigestedEvent read = patterns.tools().read(event, limits.fold().volatileFields());
        Optional<Step> folded = session.fold().after(read, facts);
        if (folded.isEmpty()) {
            return Judgement.repeat(released);
        }
        session.folded();
        if (session.fold().restarted()) {
            session.beginAnew();
        }
        int forgotten = session.keepOnly(patterns);
        losses.clear();
        List<Signal> signals = signals(session, folded.get(), patterns);
        return new Judgement(false, released, folded, signals, losses.partialMatches(), forgotten);
    }

    private List<Signal> signals(SessionState session, Step step, ActivePatterns patterns) {
        List<Signal> signals = List.of();
        walk.begin(step);
        turns.begin(session.inProgress(), patterns.concernedBy(step.event().type()), step.facts());
        while (turns.next()) {
            ActivePattern pattern = patterns.at(turns.place());
            PartialMatches.Outcome outcome = advance(session, step, pattern);
            if (outcome != PartialMatches.Outcome.NOTHING) {
                losses.add(turns.place(), outcome);
                signals = with(signals, signal(session, step, pattern, outcome.completed()));
            }
        }
        walk.end();
        HeldLimit.apply(session, limits.heldBytes(), losses);
        return losses.isEmpty() ? signals : withLosses(signals, session, step, patterns);
    }

    private List<Signal> withLosses(List<Signal> found, SessionState session, Step step, ActivePatterns patterns) {
        List<Signal> signals = found;
        for (Map.Entry<Integer, Loss> loss : losses.byPlace().entrySet()) {
            ActivePattern pattern = patterns.at(loss.getKey());
            signals = with(signals, OverflowSignal.of(session, step, pattern, loss.getValue(), limits));
        }
        return signals;
    }

    private PartialMatches.Outcome advance(SessionState session, Step step, ActivePattern pattern) {
        Progress known = turns.known();
        if (turns.isIdle(step.time())) {
            return PartialMatches.Outcome.NOTHING;
        }
        // What begins nothing need not be seen: that is most.
        if (known == null && !walk.begins(pattern.compiled()) || !pattern.sees(session.key(), step)) {
            return PartialMatches.Outcome.NOTHING;
        }
        Progress progress = known == null ? Progress.none(pattern, turns.place(), session.held()) : known;
        PartialMatches.Outcome outcome = progress.bound().after(step, walk, limits);
        if (known != null) {
            session.keepIfBegun(progress);
        } else if (progress.bound().begun() > 0) {
            session.began(progress);
        }
        return outcome;
    }

    private static Optional<Signal> signal(
            SessionState session, Step step, ActivePattern pattern, List<TakenStep> completed) {
        String id = pattern.definition().id();
        if (completed.isEmpty()
                || !session.isArmed(id, step.time(), pattern.rearm(step).toMillis())) {
            return Optional.empty();
        }
        Signal signal = new SignalComposer(session, pattern).signal(completed.get(0), step);
        session.signalled(id, step.time(), signal.signalId());
        return Optional.of(signal);
    }

    /** Mostly there is none, and no list is made. */
    private static List<Signal> with(List<Signal> signals, Optional<Signal> next) {
        if (next.isEmpty()) {
            return signals;
        }
        List<Signal> more = signals.isEmpty() ? new ArrayList<>(1) : signals;
        more.add(next.get());
        return more;
    }
}
