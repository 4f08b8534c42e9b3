package dev.ripcord.jobs.detect;

import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.ReleaseBook;
import dev.ripcord.detection.Releases;
import dev.ripcord.detection.StandingHalts;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.UntrustedRecord;
import dev.ripcord.jobs.control.ControlRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.BroadcastState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a subtask knows of {@code ripcord.halts}: when sessions were released, and what is stopped.
 *
 * <p>As with {@link LivePatterns}, records come from restored state, from the topic read to its end before the first
 * event, and from the broadcast of the same topic; each counts once, by its offset. Releases are state although the
 * topic is there: compaction forgets the one before the latest, by which a backlog must be judged. What is stopped is
 * not: the topic always has the latest word on that.
 */
final class LiveControl {
    private static final Logger LOG = LoggerFactory.getLogger(LiveControl.class);

    /** Somebody who writes nonsense to the topic fills a metric, not the log. */
    private static final int MOST_WARNINGS = 100;

    private static final long BETWEEN_CLEANINGS_MILLIS = 60_000;

    private final BroadcastState<Long, ControlRecord> state;
    private final ReleaseBook releases;
    private final StandingHalts halts;
    private final HaltReader reader;
    private final boolean speaker;
    private final Map<Long, ControlRecord> kept = new TreeMap<>();
    private long newest = -1;
    private long forgottenUpTo;
    private long refused;

    /** @param speaker whether this subtask is the one that speaks of what all of them refuse */
    LiveControl(
            BroadcastState<Long, ControlRecord> state, ControlInput input, DetectionLimits limits, boolean speaker) {
        this.state = state;
        this.speaker = speaker;
        this.releases = new ReleaseBook(limits);
        this.halts = new StandingHalts(input.violationGrace());
        this.reader = input.trust().reader();
    }

    void load(ControlInput input) throws Exception {
        List<ControlRecord> records = new ArrayList<>();
        for (Map.Entry<Long, ControlRecord> entry : state.entries()) {
            records.add(entry.getValue());
        }
        records.addAll(input.loader().load());
        records.sort(Comparator.comparingLong(ControlRecord::offset));
        records.forEach(this::apply);
    }

    Releases releases() {
        return releases;
    }

    StandingHalts halts() {
        return halts;
    }

    /** @return records of the topic that were not believed since the speaker started; 0 on the others */
    long refused() {
        return refused;
    }

    /** @return releases and halts that were forgotten too early, because there were too many */
    long dropped() {
        return releases.dropped() + halts.dropped();
    }

    void apply(ControlRecord record) {
        if (record.offset() <= newest) {
            return;
        }
        newest = record.offset();
        if (record.isTombstone()) {
            halts.remove(record.key(), record.kafkaTime());
            return;
        }
        try {
            apply(reader.read(record.key(), record.value()), record);
        } catch (UntrustedRecord untrusted) {
            refuse(record, untrusted);
        } catch (RuntimeException | StackOverflowError unforeseen) {
            // The topic is compacted: a record that stops the guard once would stop it at every start.
            refuse(record, unforeseen);
        }
    }

    private void apply(HaltRecord said, ControlRecord record) {
        halts.apply(said, record.kafkaTime());
        if (releases.apply(said, record.kafkaTime(), record.offset())) {
            kept.put(record.offset(), record);
        }
    }

    private void refuse(ControlRecord record, Throwable reason) {
        refused += speaker ? 1 : 0;
        if (speaker && refused <= MOST_WARNINGS) {
            LOG.warn(
                    "Record {} of ripcord.halts under key {} is refused: {}",
                    record.offset(),
                    record.key(),
                    reason.getMessage() == null ? reason.toString() : reason.getMessage());
        }
    }

    /** @param kafkaTime that no event to come is before */
    void forgetUpTo(long kafkaTime) {
        if (kafkaTime < forgottenUpTo + BETWEEN_CLEANINGS_MILLIS) {
            return;
        }
        forgottenUpTo = kafkaTime;
        releases.forgetUpTo(kafkaTime);
        kept.keySet().retainAll(releases.offsets());
    }

    void snapshot() throws Exception {
        state.clear();
        kept.keySet().retainAll(releases.offsets());
        for (ControlRecord record : kept.values()) {
            state.put(record.offset(), record);
        }
    }
}
