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
 */
public record GuardWord(
        long recordedAt, String haltId, Position position, Long issuedAt, List<Position> withdrawn, long withdrawnAt) {
    static final GuardWord NONE = new GuardWord(Long.MIN_VALUE, null, null, null, List.of(), Long.MIN_VALUE);

    public GuardWord {
        withdrawn = withdrawn == null ? List.of() : List.copyOf(withdrawn);
    }

    GuardWord after(Halt halt, long kafkaTime) {
        long recorded = Math.max(recordedAt, kafkaTime);
        boolean newer = issuedAt == null || halt.issuedAt() >= issuedAt;
        return newer
                ? new GuardWord(recorded, halt.haltId(), halt.position(), halt.issuedAt(), withdrawn, withdrawnAt)
                : new GuardWord(recorded, haltId, position, issuedAt, withdrawn, withdrawnAt);
    }

    GuardWord after(Release release, long kafkaTime) {
        return new GuardWord(
                Math.max(recordedAt, kafkaTime),
                haltId,
                position,
                issuedAt,
                Forgiven.newest(withdrawn, release.through()),
                Math.max(withdrawnAt, release.issuedAt()));
    }

    boolean hasWritten() {
        return recordedAt != Long.MIN_VALUE;
    }

    boolean hasWithdrawn(Position one) {
        return Forgiven.covers(withdrawn, one);
    }
}
