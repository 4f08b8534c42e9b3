package dev.ripcord.console.api;

import dev.ripcord.console.acks.AckBoard;
import dev.ripcord.console.acks.Acknowledged;
import dev.ripcord.console.acks.SessionAck;
import dev.ripcord.console.halts.StoredRecord;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Writer;
import dev.ripcord.topic.RecordKey;
import java.math.BigDecimal;
import java.util.List;

/**
 * A halt in force, as it is listed. All times are milliseconds since the epoch, by the broker's clock where nothing
 * else is said, so that their differences are the time to stop.
 *
 * @param scope as in a key: {@code session/default/invoice-9}
 * @param eventTime of the event that completed the match; null on an operator's halt
 * @param since of the halt's record
 * @param expiresAt null where it stands until it is released
 * @param receivedAt when the first session said so; null where none did, or where the halt is global and who asks is of
 *     one tenant. So are stoppedAt and refusedAt
 * @param sessions null likewise where who asks must not know
 */
record ListedHalt(
        String scope,
        String haltId,
        Writer writer,
        String reason,
        Actor actor,
        PatternReference pattern,
        String incident,
        BigDecimal spendUsd,
        Long eventTime,
        long since,
        Long expiresAt,
        Long receivedAt,
        Long stoppedAt,
        Long refusedAt,
        Counts sessions,
        List<SessionAck> acknowledgements) {
    /** How many sessions have said what. */
    record Counts(int received, int stopped, int refused) {}

    static ListedHalt of(StoredRecord stored, AckBoard acks) {
        Halt halt = (Halt) stored.record();
        Acknowledged acknowledged = acks.of(halt.haltId());
        return new ListedHalt(
                halt.scope().key(),
                halt.haltId(),
                halt.writer(),
                halt.reason(),
                halt.actor(),
                halt.pattern(),
                halt.incident(),
                halt.spendUsd(),
                halt.writer() == Writer.GUARD ? halt.issuedAt() : null,
                stored.time(),
                halt.expiresAt(),
                acknowledged.receivedAt(),
                acknowledged.stoppedAt(),
                acknowledged.refusedAt(),
                new Counts(acknowledged.received(), acknowledged.stopped(), acknowledged.refused()),
                acknowledged.first());
    }

    /** @return without what other tenants' sessions have said */
    ListedHalt forTenant(String tenant) {
        boolean everybodys = scope.equals("global");
        return new ListedHalt(
                scope,
                haltId,
                writer,
                reason,
                actor,
                pattern,
                incident,
                spendUsd,
                eventTime,
                since,
                expiresAt,
                everybodys ? null : receivedAt,
                everybodys ? null : stoppedAt,
                everybodys ? null : refusedAt,
                everybodys ? null : sessions,
                acknowledgements.stream()
                        .filter(ack -> RecordKey.parts(ack.session()).get(0).equals(tenant))
                        .toList());
    }
}
