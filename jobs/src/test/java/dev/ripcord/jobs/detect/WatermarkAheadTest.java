package dev.ripcord.jobs.detect;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import dev.ripcord.jobs.control.ControlRecords;
import dev.ripcord.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.Test;

/** The watermark is ahead of a partition: it finds the same all the same. */
class WatermarkAheadTest {
    private static final DetectSetup PATTERNS =
            DetectSetup.knowing(BrokenLog::patterns).reading(BrokenLog::released);
    private static final List<Envelope> LOG = BrokenLog.all();

    /** Before the release. */
    private static final long MIDDLE = Session.START + 7_000;

    private static final List<Envelope> FIRST =
            LOG.stream().filter(event -> event.kafkaTime() <= MIDDLE).toList();
    private static final List<Envelope> REST =
            LOG.stream().filter(event -> event.kafkaTime() > MIDDLE).toList();
    private static final long A_DAY_LATER = Session.START + Duration.ofDays(1).toMillis();

    /** Another partition is read first, while this one's leader is away. */
    @Test
    void anotherPartitionsWatermarkChangesNothing() throws Exception {
        try (var harness = PATTERNS.open()) {
            harness.send(FIRST);
            aheadOf(harness);
            harness.send(REST);
            assertThat(harness.signals()).isEqualTo(uninterrupted());
        }
    }

    @Test
    void norDoesItAfterARestoreFromWhichOnThePartitionGaveNothing() throws Exception {
        List<String> found = new ArrayList<>();
        OperatorSubtaskState state;
        try (var harness = PATTERNS.open()) {
            harness.send(FIRST);
            found.addAll(harness.signals());
            state = harness.snapshot();
        }
        try (var harness = PATTERNS.restore(state)) {
            aheadOf(harness);
            harness.send(REST);
            found.addAll(harness.signals());
        }
        assertThat(found).isEqualTo(uninterrupted());
    }

    /** The topic has no releases any more: what is not kept is lost. */
    @Test
    void norAreReleasesForgotten() throws Exception {
        try (var harness = PATTERNS.reading(List::of).open()) {
            harness.tell(BrokenLog.released().get(0));
            harness.send(FIRST);
            aheadOf(harness);
            harness.tell(ControlRecords.tombstone(1, A_DAY_LATER, "session/default/other/guard"));
            harness.send(REST);
            assertThat(harness.signals()).isEqualTo(uninterrupted());
        }
    }

    /** Where the partition comes as far as the watermark, what is over goes as ever. */
    @Test
    void whatThePartitionHasPassedIsFreed() throws Exception {
        try (var harness = PATTERNS.open()) {
            harness.send(LOG);
            aheadOf(harness);
            assertThat(harness.liveSessions()).isEqualTo(sessions());

            harness.send(session("another").at(A_DAY_LATER).then(call("x")).envelopes(0, LOG.size()));
            harness.watermark(A_DAY_LATER + Duration.ofHours(1).toMillis());
            assertThat(harness.liveSessions()).isEqualTo(1);
            assertThat(harness.numEventTimeTimers()).isEqualTo(1);
        }
    }

    /** Before the savepoint of a job that is drained comes the end of time. */
    @Test
    void aDrainedJobGoesOnWhereItStopped() throws Exception {
        List<String> found = new ArrayList<>();
        OperatorSubtaskState state;
        try (var harness = PATTERNS.open()) {
            harness.send(FIRST);
            harness.watermark(Long.MAX_VALUE);
            assertThat(harness.getOutput()).contains(Watermark.MAX_WATERMARK);
            harness.getOperator().finish();
            found.addAll(harness.signals());
            state = harness.snapshot();
        }
        try (var harness = PATTERNS.restore(state)) {
            harness.send(REST);
            found.addAll(harness.signals());
            assertThat(found).isEqualTo(uninterrupted());
            assertThat(harness.numEventTimeTimers()).isEqualTo((int) sessions());

            aheadOf(harness);
            harness.quiet();
            harness.watermark(A_DAY_LATER + Duration.ofHours(1).toMillis());
            assertThat(harness.liveSessions()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static long sessions() {
        return LOG.stream().map(event -> event.event().session()).distinct().count();
    }

    /** Again and again, as in life. */
    private static void aheadOf(DetectHarness harness) throws Exception {
        for (long hour = 1; hour <= 24; hour++) {
            harness.watermark(Session.START + Duration.ofHours(hour).toMillis());
        }
    }

    private static List<String> uninterrupted() throws Exception {
        try (var harness = PATTERNS.open()) {
            harness.send(LOG);
            return harness.signals();
        }
    }
}
