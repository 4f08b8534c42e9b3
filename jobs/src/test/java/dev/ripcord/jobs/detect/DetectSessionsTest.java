package dev.ripcord.jobs.detect;

import static dev.ripcord.jobs.detect.DetectSetup.GRACE;
import static dev.ripcord.jobs.detect.DetectSetup.IDLE;
import static dev.ripcord.jobs.detect.DetectSetup.SKEW;
import static dev.ripcord.jobs.detect.DetectSetup.knowing;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.end;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.event.Envelope;
import dev.ripcord.jobs.library.Library;
import dev.ripcord.jobs.library.PatternRecords;
import dev.ripcord.json.Json;
import dev.ripcord.session.Session;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.signal.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.junit.jupiter.api.Test;

class DetectSessionsTest {
    private static final List<PatternRecord> IDENTICAL_CALL =
            PatternRecords.enforced(Library.get("identical-call"), 0, 0);

    @Test
    void theMatchIsFoundOnTheEventThatCompletesItAndWaitsForNoWatermark() throws Exception {
        try (var harness = knowing(() -> IDENTICAL_CALL).open()) {
            List<Envelope> events = loop("invoice-9").envelopes();
            harness.send(events.subList(0, 7));
            assertThat(harness.extractOutputValues()).isEmpty();

            harness.send(events.subList(7, 8));

            assertThat(harness.extractOutputValues())
                    .extracting(Signal::sessionId)
                    .containsExactly("invoice-9");
        }
    }

    @Test
    void whatIsHalfMatchedSurvivesARestoreByteForByte() throws Exception {
        List<Envelope> events = loop("invoice-9").envelopes();
        OperatorSubtaskState snapshot;
        try (var harness = knowing(() -> IDENTICAL_CALL).open()) {
            harness.send(events.subList(0, 5));
            snapshot = harness.snapshot();
        }
        // The topic is empty by then: what was in force is in the state.
        try (var restored = knowing(List::of).restore(snapshot)) {
            restored.send(events.subList(5, 8));

            assertThat(restored.extractOutputValues()).hasSize(1);
            assertThat(Json.text(restored.extractOutputValues().get(0))).isEqualTo(Json.text(uninterrupted(events)));
        }
    }

    private static Signal uninterrupted(List<Envelope> events) throws Exception {
        try (var harness = knowing(() -> IDENTICAL_CALL).open()) {
            harness.send(events);
            return harness.extractOutputValues().get(0);
        }
    }

    @Test
    void anEndedSessionIsFreedAfterTheGraceAndASilentOneAfterTheIdleLimit() throws Exception {
        try (var harness = knowing(() -> IDENTICAL_CALL).open()) {
            harness.send(loop("ended").then(end()).envelopes());
            harness.send(loop("silent").envelopes(0, 100));
            assertThat(harness.sessionsInCache()).isEqualTo(1);
            assertThat(harness.sessionsInState()).isEqualTo(1);

            long later = Session.START + GRACE.plusMinutes(1).plus(SKEW).toMillis();
            harness.send(session("later").at(later).then(call("x")).envelopes(0, 200));
            harness.watermark(later);
            assertThat(harness.sessionsInCache()).isEqualTo(2);
            assertThat(harness.sessionsInState()).isZero();

            harness.quiet();
            // Watermarks come in small steps in life; the looks between are made one by one here as well.
            for (long minute = 0; minute <= IDLE.plusMinutes(20).toMinutes(); minute++) {
                harness.watermark(
                        Session.START + Duration.ofMinutes(minute + 11).toMillis());
            }
            assertThat(harness.sessionsInCache()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
            assertThat(harness.numProcessingTimeTimers()).isZero();
        }
    }

    /** Flink takes the later of two watermarks for both where one side is idle: the patterns must not have a say. */
    @Test
    void aPauseOfAllEventsFreesNobody() throws Exception {
        try (var harness = knowing(() -> IDENTICAL_CALL).open()) {
            List<Envelope> events = loop("invoice-9").envelopes();
            harness.processWatermarkStatus2(WatermarkStatus.IDLE);
            harness.send(events.subList(0, 7));

            harness.processWatermarkStatus1(WatermarkStatus.IDLE);
            assertThat(harness.sessionsInCache()).isEqualTo(1);
            harness.processWatermarkStatus1(WatermarkStatus.ACTIVE);
            harness.send(events.subList(7, 8));

            assertThat(harness.extractOutputValues()).hasSize(1);
        }
    }

    @Test
    void aSessionThatIsOverBeginsAnewWhetherItsStateWasFreedOrNot() throws Exception {
        List<Envelope> before = loop("invoice-9").then(end()).envelopes();
        List<Envelope> after = session("invoice-9")
                .withoutIds()
                .at(Session.START + Duration.ofMinutes(20).toMillis())
                .repeats(4, call("status", "{ref: 1}"), result("{state: pending}"))
                .envelopes(0, 100);
        List<String> kept = new ArrayList<>();
        List<String> freed = new ArrayList<>();
        for (List<String> signals : List.of(kept, freed)) {
            try (var harness = knowing(() -> IDENTICAL_CALL).open()) {
                harness.send(before);
                if (signals == freed) {
                    long later = Session.START + Duration.ofMinutes(19).toMillis();
                    harness.send(session("another").at(later).then(call("x")).envelopes(0, 90));
                    harness.watermark(later);
                    assertThat(harness.sessionsInState()).isZero();
                }
                harness.send(after);
                harness.extractOutputValues().forEach(signal -> signals.add(Json.text(signal)));
            }
        }
        assertThat(kept).hasSize(2).isEqualTo(freed);
    }

    @Test
    void aSessionIsSummarisedOnceASecondAndTheLastChangeIsNotLost() throws Exception {
        try (var harness = knowing(() -> IDENTICAL_CALL).open()) {
            harness.setProcessingTime(10_000);
            List<Envelope> events = loop("invoice-9").envelopes();
            harness.send(events.subList(0, 3));
            harness.setProcessingTime(10_999);
            harness.send(events.subList(3, 4));
            assertThat(harness.told(DetectSessions.SESSIONS)).isEmpty();

            harness.setProcessingTime(11_000);
            harness.send(events.subList(4, 5));
            harness.setProcessingTime(15_000);

            assertThat(harness.told(DetectSessions.SESSIONS))
                    .extracting(SessionSummary::steps)
                    .containsExactly(4L, 5L);
        }
    }

    @Test
    void aPatternThatComesWhileTheJobRunsCountsFromItsTimeOn() throws Exception {
        try (var harness = knowing(List::of).open()) {
            harness.send(loop("before").envelopes());
            for (PatternRecord pattern : PatternRecords.enforced(
                    Library.get("identical-call"),
                    0,
                    Session.START + Duration.ofHours(1).toMillis())) {
                harness.tell(pattern);
            }
            harness.send(loop("too-early").envelopes(0, 100));
            harness.send(session("after")
                    .at(Session.START + Duration.ofHours(1).toMillis())
                    .repeats(4, call("status", "{ref: 1}"), result("{state: pending}"))
                    .envelopes(0, 200));

            assertThat(harness.extractOutputValues())
                    .extracting(Signal::sessionId)
                    .containsExactly("after");
            assertThat(harness.told(DetectSessions.PATTERN_STATUS))
                    .extracting(PatternStatus::status)
                    .containsExactly(PatternStatus.Status.ACCEPTED, PatternStatus.Status.ACTIVE);
        }
    }

    @Test
    void anActivationThatIsReadAfterEventsItShouldHaveJudgedIsReported() throws Exception {
        try (var harness = knowing(List::of).open()) {
            harness.send(loop("invoice-9").envelopes());

            for (PatternRecord pattern : PatternRecords.enforced(Library.get("identical-call"), 0, Session.START)) {
                harness.tell(pattern);
            }

            assertThat(harness.told(DetectSessions.PATTERN_STATUS))
                    .extracting(PatternStatus::status)
                    .containsExactly(PatternStatus.Status.ACCEPTED, PatternStatus.Status.LATE);
        }
    }

    private static Session loop(String id) {
        return session(id).repeats(4, call("stripe_api.get_status", "{ref: obj_1288}"), result("{state: pending}"));
    }
}
