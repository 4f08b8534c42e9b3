package dev.ripcord.decision;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.ripcord.halt.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What was decided about a scope, and how its halts fare. Never changes: each decision makes another. Its JSON is state,
 * so that keys may be added, and none may change its meaning.
 *
 * @param haltedAt per definition id the Kafka time of its latest halt; bounded by the number of definitions
 * @param cases the latest halts, oldest first; at most {@value #MOST_CASES}
 * @param situation of the session that was last heard of; null where none was
 * @param lookAt Kafka time at which it is next looked at whether all this is still needed; null where no time is set
 * @param answeredAt Kafka time of the latest word of the scope's own session that it knows of a halt, or stopped, be the
 *     halt of this scope or of a wider one; null where there is none, and where the scope is no session
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ScopeDecisions(
        SeenSignals seen,
        Map<String, Long> haltedAt,
        OperatorWord operator,
        GuardWord guard,
        List<HaltCase> cases,
        Situation situation,
        Long lookAt,
        Long answeredAt) {
    static final int MOST_CASES = 8;

    public static final ScopeDecisions NONE = new ScopeDecisions(null, null, null, null, null, null, null, null);

    public ScopeDecisions {
        seen = seen == null ? SeenSignals.NONE : seen;
        haltedAt = haltedAt == null ? Map.of() : Map.copyOf(haltedAt);
        operator = operator == null ? OperatorWord.NONE : operator;
        guard = guard == null ? GuardWord.NONE : guard;
        cases = cases == null ? List.of() : List.copyOf(cases);
    }

    /** As it was kept before halts were followed. */
    public static ScopeDecisions of(List<String> signalIds, Map<String, Long> haltedAt, long newest) {
        return new ScopeDecisions(new SeenSignals(signalIds, newest), haltedAt, null, null, null, null, null, null);
    }

    ScopeDecisions with(SeenSignals passed) {
        return new ScopeDecisions(passed, haltedAt, operator, guard, cases, situation, lookAt, answeredAt);
    }

    ScopeDecisions haltedBy(String definition, long kafkaTime) {
        Map<String, Long> halts = new TreeMap<>(haltedAt);
        halts.put(definition, kafkaTime);
        return new ScopeDecisions(seen, halts, operator, guard, cases, situation, lookAt, answeredAt);
    }

    /** Evidence begins anew with a release, and so does the time between halts. */
    ScopeDecisions cooled() {
        return new ScopeDecisions(seen, Map.of(), operator, guard, cases, situation, lookAt, answeredAt);
    }

    ScopeDecisions joined(TopicWords.Words topic) {
        OperatorWord said = operator.joined(topic.operator());
        ScopeDecisions joined = with(said).with(guard.joined(topic.guard()));
        return said.releasedAfter(operator) ? joined.cooled() : joined;
    }

    /** Who was to acknowledge by then, has until the later time to do so. */
    public ScopeDecisions waitingUntil(long wallClock) {
        return withCases(cases.stream().map(one -> one.waitingUntil(wallClock)).toList());
    }

    ScopeDecisions with(OperatorWord said) {
        return new ScopeDecisions(seen, haltedAt, said, guard, cases, situation, lookAt, answeredAt);
    }

    ScopeDecisions with(GuardWord said) {
        return new ScopeDecisions(seen, haltedAt, operator, said, cases, situation, lookAt, answeredAt);
    }

    ScopeDecisions with(Situation latest) {
        return new ScopeDecisions(seen, haltedAt, operator, guard, cases, latest, lookAt, answeredAt);
    }

    ScopeDecisions answered(long kafkaTime) {
        Long latest = answeredAt == null ? (Long) kafkaTime : (Long) Math.max(answeredAt, kafkaTime);
        return new ScopeDecisions(seen, haltedAt, operator, guard, cases, situation, lookAt, latest);
    }

    /** The session goes on: what it said before counts for no other halt. */
    ScopeDecisions unanswered() {
        return new ScopeDecisions(seen, haltedAt, operator, guard, cases, situation, lookAt, null);
    }

    public ScopeDecisions lookingAt(long kafkaTime) {
        return new ScopeDecisions(seen, haltedAt, operator, guard, cases, situation, kafkaTime, answeredAt);
    }

    /** A new time to look at it is to be set. */
    public ScopeDecisions lookingAgain() {
        return new ScopeDecisions(seen, haltedAt, operator, guard, cases, situation, null, answeredAt);
    }

    Optional<HaltCase> find(String haltId) {
        return cases.stream().filter(one -> one.haltId().equals(haltId)).findFirst();
    }

    /** Where there is no room, a halt that others only speak of gives way, then the oldest. */
    ScopeDecisions with(HaltCase changed) {
        if (find(changed.haltId()).isPresent()) {
            UnaryOperator<HaltCase> replace = one -> one.haltId().equals(changed.haltId()) ? changed : one;
            return withCases(cases.stream().map(replace).toList());
        }
        List<HaltCase> more = new ArrayList<>(cases);
        if (more.size() >= MOST_CASES) {
            Optional<HaltCase> unknown =
                    more.stream().filter(one -> !one.isKnown()).findFirst();
            if (unknown.isEmpty() && !changed.isKnown()) {
                return this;
            }
            more.remove(unknown.orElse(more.get(0)));
        }
        more.add(changed);
        return withCases(more);
    }

    private ScopeDecisions withCases(List<HaltCase> some) {
        return new ScopeDecisions(seen, haltedAt, operator, guard, some, situation, lookAt, answeredAt);
    }

    /** @return the wall clock at which the next acknowledgement is due */
    public Optional<Long> nextAckDueAt() {
        return cases.stream().map(HaltCase::ackDueAt).filter(Objects::nonNull).min(Long::compare);
    }

    /**
     * @param now wall clock, milliseconds since the epoch
     * @return whether the halt stands, and the scope's session has answered neither it nor another that lasts as long
     */
    boolean isUnanswered(HaltCase one, long now) {
        boolean replaced = one.writer() == Writer.GUARD && !one.haltId().equals(guard.haltId());
        return !replaced
                && isInForce(one, now)
                && cases.stream()
                        .noneMatch(other ->
                                other.isAnsweredAt(answeredAt) && other.lastsAsLongAs(one) && isInForce(other, now));
    }

    /** @return whether the halt still stands, as far as is known; a pause ends by itself */
    boolean isInForce(HaltCase one, long kafkaTime) {
        if (one.expiresAt() != null && one.expiresAt() <= kafkaTime) {
            return false;
        }
        if (one.writer() == Writer.OPERATOR) {
            return one.haltId().equals(operator.haltId());
        }
        return one.position() == null || !operator.forgives(one.position()) && !guard.hasWithdrawn(one.position());
    }
}
