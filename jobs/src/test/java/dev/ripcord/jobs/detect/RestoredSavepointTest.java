package dev.ripcord.jobs.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.jobs.control.ControlLoader;
import dev.ripcord.signal.SessionSummary;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Savepoints of earlier versions, which {@link SavepointOfDetection} took in the middle of {@link BrokenLog}: a job
 * that takes them up finds what one finds that was never interrupted. The first layout knew no releases.
 */
class RestoredSavepointTest {
    private static final int SESSIONS = 6;
    private static final int SIGNALS_AFTER = 5;

    @ParameterizedTest
    @CsvSource({
        "layout-1-rocksdb, HEAP, false",
        "layout-1-rocksdb, ROCKSDB, false",
        "layout-2-hashmap, HEAP, true",
        "layout-2-hashmap, ROCKSDB, true",
        "layout-2-rocksdb, HEAP, true",
        "layout-2-rocksdb, ROCKSDB, true",
        "layout-3-rocksdb, HEAP, true",
        "layout-3-rocksdb, ROCKSDB, true"
    })
    void whatComesAfterASavepointIsJudgedAsIfThereHadBeenNone(String savepoint, Backends backend, boolean releases)
            throws Exception {
        assertGoesOn(StoredSavepoint.named(savepoint), backend, releases);
    }

    /** So that the savepoints, and what makes them, are held to what the version of the day writes as well. */
    @ParameterizedTest
    @EnumSource(Backends.class)
    void aSavepointOfTodayIsTakenUpLikeThoseOfBefore(Backends backend, @TempDir Path directory) throws Exception {
        Path today = SavepointOfDetection.take(backend == Backends.HEAP ? "hashmap" : "rocksdb", directory);
        assertGoesOn(new StoredSavepoint(today), backend, true);
    }

    private static void assertGoesOn(StoredSavepoint savepoint, Backends backend, boolean releases) throws Exception {
        DetectSetup nothingLeftOnTheTopics = DetectSetup.knowing(List::of).on(backend.backend());
        try (var restored = nothingLeftOnTheTopics.restore(savepoint.of("detect"))) {
            assertThat(restored.sessionsInState()).isEqualTo(SESSIONS);
            assertThat(restored.numEventTimeTimers()).isEqualTo(SESSIONS);

            restored.send(BrokenLog.after());

            assertThat(restored.signals()).isEqualTo(uninterrupted(releases));
        }
    }

    /** @return the signals of the log's second half */
    private static List<String> uninterrupted(boolean releases) throws Exception {
        ControlLoader control = releases ? BrokenLog::released : List::of;
        try (var harness =
                DetectSetup.knowing(BrokenLog::patterns).reading(control).open()) {
            harness.send(BrokenLog.before());
            int before = harness.signals().size();
            harness.send(BrokenLog.after());
            List<String> after =
                    harness.signals().subList(before, harness.signals().size());
            assertThat(after).hasSize(releases ? SIGNALS_AFTER : SIGNALS_AFTER - 1);
            return after;
        }
    }

    @Test
    void whatWasUntoldInASavepointWithTimersOfItsOwnIsToldOnce() throws Exception {
        try (var restored = DetectSetup.knowing(List::of)
                .restore(StoredSavepoint.named("layout-2-hashmap").of("detect"))) {
            assertThat(restored.numProcessingTimeTimers()).isEqualTo(SESSIONS);
            long today = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();
            restored.setProcessingTime(today);
            assertThat(restored.numProcessingTimeTimers()).isZero();

            restored.setProcessingTime(today + 10_000);
            assertThat(restored.told(DetectSessions.SESSIONS))
                    .extracting(SessionSummary::sessionId)
                    .containsExactlyInAnyOrder("fresh", "spike", "signalled", "released", "ended", "größe-✓");
            assertThat(restored.sessionsInCache()).isZero();
        }
    }
}
