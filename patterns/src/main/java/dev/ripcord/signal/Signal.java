package dev.ripcord.signal;

import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Writer;
import dev.ripcord.json.PlainValues;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.BlastRadius;
import dev.ripcord.pattern.Escalation;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.Severity;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An append-only decision: a definition matched a scope, completed at a position. A pure function of the log, the
 * patterns and the releases: it names no machine and no wall clock, and so is the same on every replay, byte for byte.
 *
 * @param schemaVersion 1
 * @param signalId the same for the same match, however often it is found; readers drop repeats
 * @param tenantId of the session whose event completed the match
 * @param agentId that the completing event names
 * @param position of the completing event
 * @param time session clock at that event, milliseconds since the epoch
 * @param kafkaTime the broker's time of that event
 * @param message for people
 * @param matched the steps that the match took, in order; of more than {@value #MAX_MATCHED} the first 16 and the last 84
 * @param values the facts that the definition reads, as they stood at the completing step; durations in milliseconds
 * @param parameters that were in force, as written in YAML
 * @param spendUsd dollars that the session had cost by then; null where its telemetry reports none
 * @param coverage how much of the session the telemetry shows
 * @param escalation what follows where the halt is not obeyed; null for nothing
 * @param blastRadius null where the definition is capped
 */
public record Signal(
        int schemaVersion,
        String signalId,
        PatternReference pattern,
        Mode mode,
        Action action,
        Severity severity,
        Scope scope,
        String tenantId,
        String sessionId,
        String rootSessionId,
        String parentSessionId,
        String agentId,
        Position position,
        long time,
        long kafkaTime,
        String message,
        List<MatchedStep> matched,
        Map<String, Object> values,
        Map<String, Object> parameters,
        BigDecimal spendUsd,
        String coverage,
        Escalation escalation,
        BlastRadius blastRadius) {
    public static final int SCHEMA_VERSION = 1;
    public static final int MAX_MATCHED = 100;

    public Signal {
        Objects.requireNonNull(signalId, "signalId");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(sessionId, "sessionId");
        Objects.requireNonNull(agentId, "agentId");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(coverage, "coverage");
        matched = List.copyOf(matched);
        values = PlainValues.of(values);
        parameters = PlainValues.of(parameters);
    }

    public SessionKey session() {
        return new SessionKey(tenantId, sessionId);
    }

    /**
     * @param expiresAt null for a halt, epoch milliseconds for a pause
     * @param incident id of the first halt of the same cause
     * @return the halt of this signal's scope
     */
    public Halt halt(Long expiresAt, String incident) {
        return new Halt(
                Halt.SCHEMA_VERSION,
                signalId,
                Writer.GUARD,
                scope,
                message,
                new Actor(Actor.Kind.PATTERN, pattern.key()),
                kafkaTime,
                expiresAt,
                position,
                pattern,
                matched.stream().map(MatchedStep::position).toList(),
                values,
                spendUsd,
                incident,
                List.of(),
                null,
                null);
    }

    /** Whether this signal asks for its scope to be stopped. */
    public boolean stops() {
        return mode == Mode.ENFORCE && action.stops();
    }
}
