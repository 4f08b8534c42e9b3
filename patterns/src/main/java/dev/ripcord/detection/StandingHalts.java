package dev.ripcord.detection;

import dev.ripcord.event.EventTypes;
import dev.ripcord.event.Money;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.SessionFold;
import dev.ripcord.fact.Step;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Standing;
import dev.ripcord.halt.Subject;
import dev.ripcord.halt.Writer;
import dev.ripcord.signal.Violation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which scopes are stopped, and since when by the broker's clock; and so which events should not have happened. Not for
 * use by several threads.
 *
 * <p>What it finds depends on when halts are read, so it is no part of what a replay must find again. It errs on the
 * agent's side: an event counts as a violation only where its own time and the broker's are both later than the halt's
 * record and a grace, and where it is not about stopping.
 */
public final class StandingHalts {
    /** Released and halted together. Old halts leave the topic in the end; this is for a topic that nobody tidies. */
    static final int MOST_SCOPES = 100_000;

    /** What a runtime that obeys may still say, however late. */
    private static final Set<String> ABOUT_STOPPING = Set.of(
            EventTypes.SESSION_END, EventTypes.TERMINATION, EventTypes.POLICY_INTERVENTION, EventTypes.HUMAN_APPROVAL);

    private final long graceMillis;
    private final Map<Scope, Standing> standings = new LinkedHashMap<>();
    private final StoppedScopes stopped = new StoppedScopes();
    private long dropped;

    /** @param grace how long a halt may be on its way to the agent */
    public StandingHalts(Duration grace) {
        graceMillis = grace.toMillis();
    }

    /** Takes a record of {@code ripcord.halts}, in the order of the topic. */
    public void apply(HaltRecord record, long kafkaTime) {
        scopeOf(record).ifPresent(scope -> {
            Standing before = standings.getOrDefault(scope, Standing.NONE);
            stand(scope, before, before.after(record), kafkaTime);
        });
    }

    /** The key is gone from the topic. */
    public void remove(String key, long kafkaTime) {
        for (Writer writer : Writer.values()) {
            String suffix = "/" + writer.word();
            if (key.endsWith(suffix)) {
                scopeWithKey(key.substring(0, key.length() - suffix.length())).ifPresent(scope -> {
                    Standing before = standings.getOrDefault(scope, Standing.NONE);
                    stand(scope, before, before.without(writer), kafkaTime);
                });
            }
        }
    }

    private void stand(Scope scope, Standing before, Standing after, long kafkaTime) {
        if (after == before) {
            return;
        }
        if (after.isEmpty()) {
            standings.remove(scope);
        } else {
            standings.put(scope, after);
        }
        if (after.inForce(Long.MIN_VALUE).isEmpty()) {
            stopped.start(scope);
        } else if (before.inForce(kafkaTime).isEmpty()) {
            // Not the latest halt's time where it was stopped before: who goes on is halted again and again.
            stopped.stop(scope, kafkaTime);
        }
        if (standings.size() > MOST_SCOPES) {
            Iterator<Scope> oldest = standings.keySet().iterator();
            stopped.start(oldest.next());
            oldest.remove();
            dropped++;
        }
    }

    private static Optional<Scope> scopeOf(HaltRecord record) {
        if (record instanceof Halt halt) {
            return Optional.of(halt.scope());
        }
        return record instanceof Release release ? Optional.of(release.scope()) : Optional.empty();
    }

    private static Optional<Scope> scopeWithKey(String key) {
        try {
            return Optional.of(Scope.parse(key)).filter(scope -> scope.key().equals(key));
        } catch (IllegalArgumentException noScope) {
            return Optional.empty();
        }
    }

    /** @return how many scopes are stopped, or were until a pause of theirs expired */
    public int stopped() {
        return stopped.size();
    }

    /** @return scopes forgotten because there were too many */
    public long dropped() {
        return dropped;
    }

    /**
     * @param session after the event
     * @param step that the event became
     */
    public Optional<Violation> violation(SessionState session, DigestedEvent event, Step step) {
        SessionFold fold = session.fold();
        Subject subject = new Subject(
                session.key().tenant(),
                session.key().session(),
                fold.rootSession().orElse(null),
                fold.parentSession().orElse(null),
                event.agent());
        if (!stopped.mayStop(subject) || ABOUT_STOPPING.contains(event.type())) {
            return Optional.empty();
        }
        long known = Math.min(event.timestamp(), event.kafkaTime()) - graceMillis;
        return subject.scopes().stream()
                .filter(scope -> stopped.isStopped(scope, known))
                .flatMap(scope -> standings.get(scope).inForce(event.kafkaTime()).stream())
                .findFirst()
                .map(halt -> violation(halt, subject, session, step));
    }

    private static Violation violation(Halt halt, Subject subject, SessionState session, Step step) {
        return new Violation(
                halt.haltId(),
                halt.scope(),
                session.key(),
                subject.root(),
                subject.agent(),
                step.position(),
                step.time(),
                step.kafkaTime(),
                1,
                cost(step));
    }

    private static BigDecimal cost(Step step) {
        return step.facts().has(Fact.COST_STEP) ? Money.dollars(step.facts().bits(Fact.COST_STEP)) : null;
    }
}
