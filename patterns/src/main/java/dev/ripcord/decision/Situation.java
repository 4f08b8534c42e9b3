package dev.ripcord.decision;

import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.Violation;
import dev.ripcord.topic.Position;
import java.math.BigDecimal;

/**
 * Where a session was at its latest event that decisions know of: enough to tell people about it.
 *
 * @param root null where the session names none
 * @param parent null likewise
 * @param time session clock, milliseconds since the epoch
 * @param kafkaTime the broker's time
 * @param spendUsd null where it is not known
 * @param coverage how much of the session the telemetry shows
 */
public record Situation(
        String tenant,
        String session,
        String root,
        String parent,
        String agent,
        Position position,
        long time,
        long kafkaTime,
        BigDecimal spendUsd,
        String coverage) {
    /** Of a session that is known by what it should not have done alone. */
    private static final String UNKNOWN_COVERAGE = "partial";

    static Situation of(Signal signal) {
        return new Situation(
                signal.tenantId(),
                signal.sessionId(),
                signal.rootSessionId(),
                signal.parentSessionId(),
                signal.agentId(),
                signal.position(),
                signal.time(),
                signal.kafkaTime(),
                signal.spendUsd(),
                signal.coverage());
    }

    /** @param known an earlier situation of the scope, of which what the violation does not tell is kept; or null */
    static Situation of(Violation violation, Situation known) {
        boolean same = known != null && known.session.equals(violation.session().session());
        return new Situation(
                violation.session().tenant(),
                violation.session().session(),
                violation.rootSession() != null ? violation.rootSession() : same ? known.root : null,
                same ? known.parent : null,
                violation.agentId(),
                violation.position(),
                violation.time(),
                violation.kafkaTime(),
                null,
                same ? known.coverage : UNKNOWN_COVERAGE);
    }

    /** @return the lineage that the session belongs to, as {@link dev.ripcord.halt.Subject} has it */
    Scope lineage() {
        return new Scope(ScopeKind.LINEAGE, tenant, root != null ? root : parent != null ? parent : session);
    }
}
