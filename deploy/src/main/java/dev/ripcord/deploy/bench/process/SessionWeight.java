package dev.ripcord.deploy.bench.process;

import dev.ripcord.deploy.bench.figures.Median;
import dev.ripcord.deploy.bench.figures.StateSize;
import dev.ripcord.deploy.bench.patterns.BenchPatterns;
import dev.ripcord.deploy.bench.traffic.SyntheticLog;
import dev.ripcord.deploy.bench.traffic.Traffic;
import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.PatternBook;
import dev.ripcord.detection.SessionDetector;
import dev.ripcord.detection.SessionState;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What sessions take in state after fifty events, as bytes: that is how RocksDB and checkpoints hold them. */
final class SessionWeight {
    private static final int EVENTS = 50;
    private static final int SESSIONS = 1_000;

    /** One event more than is judged: a session that has ended is smaller. */
    private static final Traffic ONE_AFTER_THE_OTHER = Traffic.of(1, EVENTS + 1);

    private SessionWeight() {}

    static StateSize measured() {
        var book = PatternBook.enforcing(BenchPatterns.LIBRARY.definitions());
        List<Integer> sizes = new ArrayList<>();
        for (int session = 1; session <= SESSIONS; session++) {
            sizes.add(bytes(session, book));
        }
        return new StateSize(
                SESSIONS,
                Math.round(Median.of(sizes)),
                sizes.stream().mapToInt(Integer::intValue).max().orElseThrow());
    }

    private static int bytes(int session, PatternBook book) {
        var log = new SyntheticLog(ONE_AFTER_THE_OTHER);
        var detector = new SessionDetector(DetectionLimits.DEFAULT);
        long first = ONE_AFTER_THE_OTHER.begins(session);
        var key = log.envelope(first).event().session();
        var state = new SessionState(key, DetectionLimits.DEFAULT);
        for (long event = first; event < first + EVENTS; event++) {
            var envelope = log.envelope(event);
            detector.judge(state, envelope, book.at(key.tenant(), envelope.kafkaTime()));
        }
        return written(state);
    }

    private static int written(SessionState state) {
        var bytes = new ByteArrayOutputStream();
        try {
            state.write(new DataOutputStream(bytes));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.size();
    }
}
