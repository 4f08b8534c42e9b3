package dev.ripcord.jobs.decide;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.UntrustedRecord;
import dev.ripcord.halt.Writer;
import dev.ripcord.jobs.control.ControlRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes records of {@code ripcord.halts} or refuses them, and knows how the topic went on from each that stood there
 * at start: what is read again then is history, and must not be answered as if it were news.
 */
final class ReadBack {
    private static final Logger LOG = LoggerFactory.getLogger(ReadBack.class);
    private static final int MOST_WARNINGS = 100;
    private static final String GUARD_KEY = "/" + Writer.GUARD.word();

    private final HaltReader reader;
    private final Runnable onRefusal;
    private final Map<String, Long> latestOfGuard = new HashMap<>();
    private long end = -1;
    private int refused;

    ReadBack(HaltReader reader, Runnable onRefusal) {
        this.reader = reader;
        this.onRefusal = onRefusal;
    }

    /** @param records that stand on the topic at start */
    void startAt(List<ControlRecord> records) {
        for (ControlRecord record : records) {
            end = Math.max(end, record.offset());
            if (record.key().endsWith(GUARD_KEY)) {
                latestOfGuard.merge(record.key(), record.offset(), Math::max);
            }
        }
    }

    /** @return whether the guard had written something later of the scope when the job started */
    boolean isSuperseded(Scope scope, long offset) {
        if (offset > end) {
            latestOfGuard.clear();
            return false;
        }
        return latestOfGuard.getOrDefault(Halt.key(scope, Writer.GUARD), -1L) > offset;
    }

    /** @return empty for a mute, which may be of a pattern */
    static Optional<Scope> scopeOf(HaltRecord record) {
        if (record instanceof Halt halt) {
            return Optional.of(halt.scope());
        }
        return record instanceof Release release ? Optional.of(release.scope()) : Optional.empty();
    }

    /** @return empty where the record is not to be believed */
    Optional<HaltRecord> read(ControlRecord record) {
        try {
            return Optional.of(reader.read(record.key(), record.value()));
        } catch (UntrustedRecord | RuntimeException | StackOverflowError untrusted) {
            // The topic is compacted: a record that stops the guard once would stop it at every start.
            onRefusal.run();
            if (++refused <= MOST_WARNINGS) {
                LOG.warn(
                        "Record {} of ripcord.halts under key {} is refused: {}",
                        record.offset(),
                        record.key(),
                        untrusted.getMessage());
            }
            return Optional.empty();
        }
    }
}
