package dev.ripcord.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ripcord.console.acks.AckBoard;
import dev.ripcord.console.acks.LatestWord;
import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Subject;
import dev.ripcord.halt.Writer;
import dev.ripcord.topic.SessionKey;
import java.util.Optional;

/**
 * The halt that a session is under now, and what the session has said to it. All times are milliseconds since the epoch,
 * by the broker's clock.
 *
 * @param scope as in a key: {@code session/default/invoice-9}
 * @param pattern null on an operator's halt
 * @param since of the halt's record; null where it is gone meanwhile
 * @param expiresAt null where it stands until it is released
 * @param acknowledged what the session said last: received, stopped or refused; null where it has said nothing
 * @param acknowledgedAt when it said so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionHalt(
        String haltId,
        String scope,
        Writer writer,
        Actor actor,
        String reason,
        PatternReference pattern,
        Long since,
        Long expiresAt,
        Status acknowledged,
        Long acknowledgedAt) {
    /** @param now milliseconds since the epoch */
    static Optional<SessionHalt> of(Subject subject, HaltBoard halts, AckBoard acks, long now) {
        return halts.halting(subject, now).map(halt -> of(halt, subject, halts, acks));
    }

    private static SessionHalt of(Halt halt, Subject subject, HaltBoard halts, AckBoard acks) {
        Optional<LatestWord> said = acks.of(halt.haltId(), new SessionKey(subject.tenant(), subject.session()));
        return new SessionHalt(
                halt.haltId(),
                halt.scope().key(),
                halt.writer(),
                halt.actor(),
                halt.reason(),
                halt.pattern(),
                halts.timeOf(halt).orElse(null),
                halt.expiresAt(),
                said.map(LatestWord::status).orElse(null),
                said.map(LatestWord::time).orElse(null));
    }
}
