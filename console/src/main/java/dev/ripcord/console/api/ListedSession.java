package dev.ripcord.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ripcord.console.sessions.KnownSession;
import dev.ripcord.signal.SessionSummary;
import java.math.BigDecimal;

/**
 * A session in a list, as the guard last told of it.
 *
 * @param agentId of the latest event
 * @param startedAt session clock at the first event, milliseconds since the epoch
 * @param time session clock at the latest event
 * @param changedAt the broker's time of what is told
 * @param spendUsd null where no cost is reported
 * @param tokens null where none are
 * @param progress of the pattern that has come furthest; null where none has begun
 * @param lastSignal id of the latest signal; null where there is none
 * @param coverage {@code full}, {@code partial} or {@code blind}
 * @param halt null where it may go on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListedSession(
        String tenantId,
        String sessionId,
        String parentSessionId,
        String rootSessionId,
        String agentId,
        SessionSummary.State state,
        long startedAt,
        long time,
        long changedAt,
        long steps,
        long calls,
        BigDecimal spendUsd,
        Long tokens,
        SessionSummary.Progress progress,
        String lastSignal,
        String coverage,
        SessionHalt halt) {
    static ListedSession of(KnownSession known, SessionHalt halt) {
        SessionSummary summary = known.summary();
        return new ListedSession(
                summary.tenantId(),
                summary.sessionId(),
                summary.parentSessionId(),
                summary.rootSessionId(),
                summary.agentId(),
                summary.state(),
                summary.startedAt(),
                summary.time(),
                known.changedAt(),
                summary.steps(),
                summary.calls(),
                summary.spendUsd(),
                summary.tokens(),
                summary.progress(),
                summary.lastSignal(),
                summary.coverage().grade(),
                halt);
    }
}
