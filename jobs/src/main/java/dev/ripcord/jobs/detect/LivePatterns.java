package dev.ripcord.jobs.detect;

import dev.ripcord.detection.ActivePatterns;
import dev.ripcord.detection.PatternBook;
import dev.ripcord.detection.PatternRecord;
import dev.ripcord.signal.PatternStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The patterns that a subtask judges by.
 *
 * <p>They come from three places that overlap: restored state, the topic read to its end before the first event, and
 * the broadcast of the same topic. Records are told apart by their offset, so that each counts once, whichever way it
 * comes first. State is needed although the topic is there: compaction forgets the activations of yesterday, by which
 * a backlog of yesterday must be judged.
 */
final class LivePatterns {
    private static final Logger LOG = LoggerFactory.getLogger(LivePatterns.class);

    private final BroadcastState<Long, PatternRecord> state;
    private final PatternBook book = new PatternBook();
    private StartingStatuses starting = new StartingStatuses(List.of());
    private long newestJudged = Long.MIN_VALUE;

    LivePatterns(BroadcastState<Long, PatternRecord> state) {
        this.state = state;
    }

    /** Restored records first, in the order of the log, then what the topic has had since. */
    void load(PatternLoader loader) throws Exception {
        List<PatternRecord> records = new ArrayList<>();
        for (Map.Entry<Long, PatternRecord> entry : state.entries()) {
            records.add(entry.getValue());
        }
        starting = new StartingStatuses(records);
        records.addAll(loader.load());
        records.sort(Comparator.comparingLong(PatternRecord::offset));
        for (PatternRecord record : records) {
            for (PatternStatus status : book.apply(record)) {
                warnWhereRefused(status);
                starting.add(status);
            }
        }
        if (book.active() == 0) {
            LOG.warn("No pattern is active: nothing will be detected until one is published and activated.");
        }
    }

    private static void warnWhereRefused(PatternStatus status) {
        if (status.status() == PatternStatus.Status.REFUSED) {
            LOG.warn("Pattern {} is refused: {}", status.key(), status.problems());
        }
    }

    ActivePatterns at(String tenant, long kafkaTime) {
        newestJudged = Math.max(newestJudged, kafkaTime);
        return book.at(tenant, kafkaTime);
    }

    int active() {
        return book.active();
    }

    /** @return what is to be told of the records that were there at the start, the first time it is asked for */
    List<PatternStatus> takeStarting() {
        return starting.take();
    }

    /**
     * @return what is to be told of the record, nothing where it was there at the start; every subtask tells that it
     *     was too late, and the speaker the rest
     */
    List<PatternStatus> apply(PatternRecord record, boolean speaker) {
        return book.apply(record).stream()
                .map(status -> isLate(status) ? late(status) : status)
                .filter(status -> speaker || status.status() == PatternStatus.Status.LATE)
                .toList();
    }

    private boolean isLate(PatternStatus status) {
        return status.status() != PatternStatus.Status.REFUSED
                && status.activateAt() != null
                && status.activateAt() <= newestJudged;
    }

    private static PatternStatus late(PatternStatus status) {
        return new PatternStatus(
                status.schemaVersion(),
                status.key(),
                status.id(),
                status.hash(),
                PatternStatus.Status.LATE,
                status.offset(),
                List.of("in force from Kafka time " + status.activateAt()
                        + ", but it was read after later events had been judged without it"),
                status.activateAt());
    }

    void snapshot() throws Exception {
        state.clear();
        for (PatternRecord record : book.records()) {
            state.put(record.offset(), record);
        }
    }
}
