package dev.ripcord.jobs.detect;

import static dev.ripcord.jobs.detect.DetectSetup.knowing;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.end;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.event.Envelope;
import dev.ripcord.jobs.library.PatternRecords;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.session.Session;
import dev.ripcord.signal.SessionSummary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a session is in the cache makes a difference to the time it takes, and to nothing else. */
class DetectCacheTest {
    private static final long SEED = 20_261_129;
    private static final int SESSIONS = 30;
    private static final List<Envelope> LOG = RandomLog.of(SEED, SESSIONS, 40);
    private static final DetectSetup LIBRARY = knowing(RandomLog::patterns);

    @ParameterizedTest
    @EnumSource(Backends.class)
    void aCacheOfTwoFindsWhatACacheOfAllFinds(Backends backend) throws Exception {
        List<String> ofAll = signals(LIBRARY.caching(SESSIONS));
        assertThat(ofAll).hasSizeGreaterThan(20);
        assertThat(signals(LIBRARY.caching(1).on(backend.backend()))).isEqualTo(ofAll);
        assertThat(signals(LIBRARY.caching(2).on(backend.backend()))).isEqualTo(ofAll);
    }

    private static List<String> signals(DetectSetup setup) throws Exception {
        try (var harness = setup.open()) {
            harness.send(LOG);
            assertThat(harness.sessionsInCache()).isEqualTo(Math.min(SESSIONS, setup.cached()));
            return harness.signals();
        }
    }

    @Test
    void stateIsWrittenWhereASessionLeavesTheCacheAndAtASnapshot() throws Exception {
        try (var harness = LIBRARY.caching(2).open()) {
            harness.send(session("a").then(call("x")).envelopes());
            harness.send(session("b").then(call("x")).envelopes());
            assertThat(harness.sessionsInState()).isZero();

            harness.send(session("c").then(call("x")).envelopes());
            assertThat(harness.sessionsInState()).isEqualTo(1);
            assertThat(harness.sessionsInCache()).isEqualTo(2);

            harness.snapshot();
            assertThat(harness.sessionsInState()).isEqualTo(3);
            assertThat(harness.sessionsInCache()).isEqualTo(2);
        }
    }

    @Test
    void aSessionThatFellSilentIsWrittenBeforeASnapshotAsksForIt() throws Exception {
        try (var harness = LIBRARY.caching(SESSIONS).open()) {
            harness.setProcessingTime(10_000);
            harness.send(session("silent").then(call("x")).envelopes());
            for (long time = 10_000; time <= 13_000; time += SilentSessions.BETWEEN_MILLIS) {
                harness.send(session("busy" + time / 1_000).then(call("x")).envelopes());
                harness.setProcessingTime(time);
            }
            assertThat(harness.sessionsInCache()).isEqualTo(5);
            assertThat(harness.sessionsInState()).isEqualTo(3);
        }
    }

    /** It would stand in the way of those that live; what comes after its end is judged with all that was before. */
    @Test
    void aSessionLeavesTheCacheWhenItEndsAndComesBackWithALateEvent() throws Exception {
        List<Envelope> events =
                session("a").then(call("x"), end(), call("y"), call("y")).envelopes();
        try (var harness = LIBRARY.caching(SESSIONS).open()) {
            harness.send(events.subList(0, 2));
            assertThat(harness.sessionsInCache()).isZero();
            assertThat(harness.sessionsInState()).isEqualTo(1);

            harness.send(events.subList(2, 4));
            assertThat(harness.sessionsInCache()).isEqualTo(1);
            harness.getOperator().finish();
            assertThat(harness.told(DetectSessions.SESSIONS))
                    .extracting(SessionSummary::calls)
                    .containsExactly(3L);
        }
    }

    /** What a count bounds for usual sessions, it does not for one whose partial matches are many. */
    @Test
    void sessionsWithManyPartialMatchesLeaveRoomForFewer() throws Exception {
        try (var harness = knowing(DetectCacheTest::long1000).caching(4).open()) {
            for (String id : List.of("a", "b", "c", "d")) {
                harness.send(busy(id));
            }
            assertThat(harness.sessionsInCache()).isEqualTo(1);
            assertThat(harness.sessionsInState()).isEqualTo(3);
        }
    }

    private static List<Envelope> busy(String id) {
        Session busy = session(id);
        for (int number = 0; number < 150; number++) {
            busy = busy.then(call("x"));
        }
        return busy.envelopes();
    }

    private static List<PatternRecord> long1000() {
        String text = """
                id: long-run
                version: 1
                title: A thousand calls
                why: So that partial matches become many
                action: observe
                severity: info
                sequence:
                  - { name: made, where: "event.type == 'tool_invocation'", times: 1000 }
                within: 1d
                rearm: 10m
                message: found
                """;
        return PatternRecords.enforced(
                DefinitionReader.read("long-run.yaml", text).definitions().get(0), 0, 0);
    }
}
