package dev.ripcord.decision;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Release;
import dev.ripcord.pattern.Activation;
import dev.ripcord.topic.Position;
import java.util.List;

/**
 * What operators have said of a scope.
 *
 * @param issuedAt of their newest record: one that was issued no later is an old one that somebody wrote again
 * @param recordedAt Kafka time of that record
 * @param releasedAt Kafka time of the latest release; null where there was none
 * @param through what the newest record forgives
 * @param haltId of the halt that stands; null where a release does
 */
public record OperatorWord(long issuedAt, long recordedAt, Long releasedAt, List<Position> through, String haltId) {
    static final OperatorWord NONE = new OperatorWord(Long.MIN_VALUE, Long.MIN_VALUE, null, List.of(), null);

    public OperatorWord {
        through = through == null ? List.of() : List.copyOf(through);
    }

    boolean isNews(HaltRecord record) {
        return record.issuedAt() > issuedAt;
    }

    /**
     * @param stale whether it is too old to be news: probably somebody wrote it again. It begins nothing anew then; but
     *     all that read the topic take what it forgives for released, and so must who asks whether a halt stands
     */
    OperatorWord after(Release release, long kafkaTime, boolean stale) {
        return new OperatorWord(
                release.issuedAt(), kafkaTime, stale ? releasedAt : (Long) kafkaTime, release.through(), null);
    }

    OperatorWord after(Halt halt, long kafkaTime) {
        return new OperatorWord(halt.issuedAt(), kafkaTime, releasedAt, halt.through(), halt.haltId());
    }

    /** @param topic what stood there when the job started */
    OperatorWord joined(OperatorWord topic) {
        return topic.issuedAt > issuedAt ? topic : this;
    }

    /** @return whether it has a release that the other does not know of */
    boolean releasedAfter(OperatorWord other) {
        return releasedAt != null && (other.releasedAt == null || releasedAt > other.releasedAt);
    }

    boolean forgives(Position position) {
        return Forgiven.covers(through, position);
    }

    /**
     * @return whether what completed then rests on old evidence: the session begins anew at the first event from when
     *     the release counts on
     */
    boolean isBeforeRelease(long kafkaTime) {
        return releasedAt != null && kafkaTime < releasedAt + Activation.NOTICE_MILLIS;
    }

    /** @return whether it was found before the release counted, and the release, which did not know of it, forgives it not */
    boolean overtakes(Position position, long kafkaTime) {
        return isBeforeRelease(kafkaTime) && !forgives(position);
    }
}
