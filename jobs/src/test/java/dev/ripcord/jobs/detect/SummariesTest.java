package dev.ripcord.jobs.detect;

import static dev.ripcord.jobs.detect.DetectSetup.knowing;
import static dev.ripcord.jobs.detect.SummaryPace.BETWEEN_MILLIS;
import static dev.ripcord.jobs.detect.SummaryPace.MOST_AT_ONCE;
import static dev.ripcord.jobs.detect.UntoldSessions.AWAY_FOR_EACH_CACHED;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.detection.ActivePatterns;
import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.SessionDetector;
import dev.ripcord.detection.SessionState;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.topic.SessionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** How changed sessions are told of. */
class SummariesTest {
    private static final DetectSetup NO_PATTERN = knowing(List::of);

    @Test
    void manyThatChangedAreToldFewAtATimeTheOldestChangeFirst() throws Exception {
        int all = 2 * MOST_AT_ONCE + 1;
        try (var harness = NO_PATTERN.open()) {
            harness.setProcessingTime(10_000);
            changeEach(harness, all);

            harness.setProcessingTime(11_000);
            assertThat(told(harness)).isEqualTo(names(MOST_AT_ONCE));
            harness.setProcessingTime(11_000 + BETWEEN_MILLIS);
            assertThat(told(harness)).isEqualTo(names(2 * MOST_AT_ONCE));
            harness.setProcessingTime(11_000 + 2 * BETWEEN_MILLIS);
            assertThat(told(harness)).isEqualTo(names(all));
        }
    }

    @Test
    void aSessionThatLeavesTheCacheIsToldOfAsItStandsAndOnceASecond() throws Exception {
        try (var harness = NO_PATTERN.caching(1).open()) {
            harness.setProcessingTime(10_000);
            var events = session("s").repeats(4, call("x")).envelopes();
            harness.send(events.subList(0, 1));
            changeEach(harness, 1);
            harness.send(events.subList(1, 2));
            harness.setProcessingTime(10_999);
            assertThat(told(harness)).isEmpty();

            harness.setProcessingTime(11_020);
            harness.send(events.subList(2, 3));
            changeEach(harness, 1);
            harness.setProcessingTime(13_000);
            assertThat(harness.told(DetectSessions.SESSIONS))
                    .filteredOn(summary -> summary.sessionId().equals("s"))
                    .extracting(SessionSummary::steps)
                    .containsExactly(2L, 3L);
        }
    }

    @Test
    void onlySoManyWaitOutsideTheCacheAndNoneIsLost() throws Exception {
        int waiting = 3 + 3 * AWAY_FOR_EACH_CACHED;
        try (var harness = NO_PATTERN.caching(3).open()) {
            harness.setProcessingTime(10_000);
            changeEach(harness, waiting);
            assertThat(told(harness)).isEmpty();
            changeEach(harness, waiting + 5);
            assertThat(told(harness)).hasSize(5);
            harness.setProcessingTime(11_000);
            assertThat(told(harness)).containsExactlyInAnyOrderElementsOf(names(waiting + 5));
        }
    }

    @Test
    void whereInputEndsAllAreToldAndWritten() throws Exception {
        try (var harness = NO_PATTERN.open()) {
            changeEach(harness, 2 * MOST_AT_ONCE);
            harness.getOperator().finish();
            assertThat(told(harness)).isEqualTo(names(2 * MOST_AT_ONCE));
            assertThat(harness.sessionsInState()).isEqualTo(2 * MOST_AT_ONCE);
        }
    }

    /** Nothing but the snapshot says that they are untold: they may be silent from then on. */
    @Test
    void whatIsUntoldAtASnapshotIsToldAfterAFailureWhicheverSubtaskHasItThen() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = NO_PATTERN.open()) {
            harness.setProcessingTime(10_000);
            changeEach(harness, 5);
            harness.setProcessingTime(11_000);
            harness.setProcessingTime(12_000);
            harness.send(session("late-1").then(call("x")).envelopes());
            harness.send(session("late-2").then(call("x")).envelopes());
            snapshot = harness.snapshot();
        }
        List<String> afterwards = new ArrayList<>();
        for (int subtask = 0; subtask < 3; subtask++) {
            OperatorSubtaskState share = AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    snapshot, DetectHarness.MAX_PARALLELISM, 1, 3, subtask);
            try (var harness = NO_PATTERN.subtask(subtask, 3).restore(share)) {
                harness.setProcessingTime(20_000);
                harness.setProcessingTime(30_000);
                afterwards.addAll(told(harness));
            }
        }
        assertThat(afterwards).containsExactlyInAnyOrder("late-1", "late-2");
    }

    @Test
    void aClockThatIsSetBackHoldsNobodyUpForAsLong() throws Exception {
        List<SessionSummary> told = new ArrayList<>();
        UntoldSessions untold = new UntoldSessions(null, 1, told::add);
        SessionState session = new SessionState(new SessionKey("default", "s"), DetectionLimits.DEFAULT);
        new SessionDetector(DetectionLimits.DEFAULT)
                .judge(session, session("s").then(call("x")).envelopes().get(0), ActivePatterns.NONE);
        untold.changed(new LiveSession(session), 10_000_000);

        untold.tell(10_000_000, 1);
        assertThat(told).isEmpty();
        untold.tell(5_000, 1);
        assertThat(told).hasSize(1);
    }

    private static void changeEach(DetectHarness harness, int sessions) throws Exception {
        for (String name : names(sessions)) {
            harness.send(session(name).withoutIds().then(call("x")).envelopes());
        }
    }

    private static List<String> names(int sessions) {
        return IntStream.range(0, sessions).mapToObj(number -> "s" + number).toList();
    }

    private static List<String> told(DetectHarness harness) {
        return harness.told(DetectSessions.SESSIONS).stream()
                .map(SessionSummary::sessionId)
                .toList();
    }
}
