package dev.ripcord.deploy.backtest;

import dev.ripcord.deploy.evaluation.SessionOutcome;
import dev.ripcord.deploy.print.Dollars;
import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.SessionState;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.SessionKey;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One session as history has it: what it came to, and when each definition first gave a signal. What is needed to judge
 * it further is dropped once its time is over; the figures stay.
 */
final class SessionTrace {
    private static final Comparator<FirstSignal> EARLIEST = Comparator.comparingLong(FirstSignal::step)
            .thenComparing(first -> first.pattern().id());

    private final SessionKey key;
    private final SessionOutcome outcome;
    private final Map<String, FirstSignal> firsts = new LinkedHashMap<>(2);
    private SessionState newer;
    private SessionState changed;
    private long steps;
    private BigDecimal spentBefore;

    /** @param outcome for scoring against the session's label; null where it has none */
    SessionTrace(SessionKey key, SessionOutcome outcome) {
        this.key = key;
        this.outcome = outcome;
    }

    SessionKey key() {
        return key;
    }

    Optional<SessionOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** @return what the new definitions judge by, begun anew where the session's time is over by then */
    SessionState newer(long kafkaTime, DetectionLimits limits) {
        forgetIfOver(kafkaTime);
        if (newer == null) {
            newer = new SessionState(key, limits);
        }
        return newer;
    }

    /** @return what the old ones judge by; to be asked for after {@link #newer} of the same event */
    SessionState changed(DetectionLimits limits) {
        if (changed == null) {
            changed = new SessionState(key, limits);
        }
        return changed;
    }

    boolean isJudged() {
        return newer != null;
    }

    /** Drops what it is judged by where a later event of the session would begin anew. */
    void forgetIfOver(long kafkaTime) {
        if (newer != null && kafkaTime > newer.overAfter()) {
            spentBefore = spent();
            newer = null;
            changed = null;
        }
    }

    void step() {
        steps++;
    }

    /** @param name of who found it: {@code id@hash}, or another where two sides have the same definition */
    void signalled(Signal signal, String name) {
        firsts.computeIfAbsent(name, none -> FirstSignal.of(signal, steps, spentBefore));
    }

    long steps() {
        return steps;
    }

    /** @return dollars; null where the telemetry reports none */
    BigDecimal spent() {
        return newer == null
                ? spentBefore
                : Dollars.sum(spentBefore, newer.summary().spendUsd());
    }

    boolean hasSignals() {
        return !firsts.isEmpty();
    }

    /** @return the first signal of that definition, {@code id@hash} */
    Optional<FirstSignal> first(String definition) {
        return Optional.ofNullable(firsts.get(definition));
    }

    /** @return where the first of these definitions that stops sessions would have stopped this one */
    Optional<FirstSignal> halt(Collection<String> definitions) {
        return firsts.entrySet().stream()
                .filter(entry -> definitions.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(FirstSignal::stops)
                .min(EARLIEST);
    }
}
