package dev.ripcord.decision;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Release;
import dev.ripcord.topic.Position;
import java.util.List;

/**
 * What the guard has written of a scope, as far as this one knows: its own records, and those that it read back.
 *
 * @param recordedAt Kafka time of the newest record, or of what it rests on while that is on its way
 * @param haltId of the newest halt; null where there is none
 * @param position of its completing event; null likewise
 * @param issuedAt Kafka time of that event; null likewise
 * @param withdrawn what the guard's own releases forgive
 * @param withdrawnAt {@code issuedAt} of the newest of them
 * @param expiresAt when the newest halt ends by itself, milliseconds since the epoch; null where it does not
 */
public record GuardWord(
        long recordedAt,
        String haltId,
        Position position,
        Long issuedAt,
        List<Position> withdrawn,
        long withdrawnAt,
        Long expiresAt) {
    static final GuardWord NONE = new GuardWord(Long.MIN_VALUE, null, null, null, List.of(), Long.MIN_VALUE, null);

    public GuardWord {
        withdrawn = withdrawn == null ? List.of() : List.copyOf(withdrawn);
    }

    GuardWord after(Halt halt, long kafkaTime) {
        long recorded = Math.max(recordedAt, kafkaTime);
        boolean newer = issuedAt == null || halt.issuedAt() >= issuedAt;
        return newer
                ? new GuardWord(
                        recorded,
                        halt.haltId(),
                        halt.position(),
                        halt.issuedAt(),
                        withdrawn,
                        withdrawnAt,
                        halt.expiresAt())
                : new GuardWord(recorded, haltId, position, issuedAt, withdrawn, withdrawnAt, expiresAt);
    }

    GuardWord after(Release release, long kafkaTime) {
        return new GuardWord(
                Math.max(recordedAt, kafkaTime),
                haltId,
                position,
                issuedAt,
                Forgiven.newest(withdrawn, release.through()),
                Math.max(withdrawnAt, release.issuedAt()),
                expiresAt);
    }

    /** @param topic what stood there when the job started; of halts of one moment, that one was written last */
    GuardWord joined(GuardWord topic) {
        boolean newer = topic.issuedAt != null && (issuedAt == null || topic.issuedAt >= issuedAt);
        GuardWord halt = newer ? topic : this;
        return new GuardWord(
                Math.max(recordedAt, topic.recordedAt),
                halt.haltId,
                halt.position,
                halt.issuedAt,
                Forgiven.newest(withdrawn, topic.withdrawn),
                Math.max(withdrawnAt, topic.withdrawnAt),
                halt.expiresAt);
    }

    /** @return whether a halt for an event of that Kafka time would be older than the one that was written */
    boolean isNewerThan(long kafkaTime) {
        return issuedAt != null && kafkaTime < issuedAt;
    }

    /** @return whether its halt stands at that Kafka time, as far as is known */
    boolean stands(OperatorWord operator, long kafkaTime) {
        boolean expired = expiresAt != null && expiresAt <= kafkaTime;
        return position != null && !expired && !operator.forgives(position) && !hasWithdrawn(position);
    }

    /**
     * @param expiry milliseconds since the epoch; null for a halt that does not end by itself
     * @return whether its halt stands at that Kafka time, and ends no earlier
     */
    boolean standsUntil(Long expiry, OperatorWord operator, long kafkaTime) {
        boolean lasts = expiresAt == null || expiry != null && expiry <= expiresAt;
        return lasts && stands(operator, kafkaTime);
    }

    /** @param expiry milliseconds since the epoch; null for a halt that does not end by itself */
    boolean lastsLongerThan(Long expiry) {
        return expiry != null && (expiresAt == null || expiresAt > expiry);
    }

    boolean hasWritten() {
        return recordedAt != Long.MIN_VALUE;
    }

    boolean hasWithdrawn(Position one) {
        return Forgiven.covers(withdrawn, one);
    }
}
