package dev.ripcord.jobs.detect;

import static dev.ripcord.jobs.detect.DetectHarness.GRACE;
import static dev.ripcord.jobs.detect.DetectHarness.IDLE;
import static dev.ripcord.jobs.detect.DetectHarness.SKEW;
import static dev.ripcord.jobs.detect.DetectHarness.VIOLATION_GRACE;
import static dev.ripcord.jobs.detect.DetectHarness.closed;
import static dev.ripcord.jobs.detect.DetectHarness.harness;
import static dev.ripcord.jobs.detect.DetectHarness.send;
import static dev.ripcord.jobs.detect.DetectHarness.sessionsInState;
import static dev.ripcord.jobs.detect.DetectHarness.told;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.end;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.event.Envelope;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.halt.KeyPairFiles;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.SigningKey;
import dev.ripcord.halt.TrustedKeys;
import dev.ripcord.jobs.control.ControlLoader;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.control.ControlRecords;
import dev.ripcord.jobs.control.ControlTrust;
import dev.ripcord.jobs.library.Library;
import dev.ripcord.jobs.library.PatternRecords;
import dev.ripcord.json.Json;
import dev.ripcord.session.Session;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.Violation;
import dev.ripcord.topic.SessionKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What detection does with what stands on {@code ripcord.halts}. */
class DetectControlTest {
    private static final List<PatternRecord> IDENTICAL_CALL =
            PatternRecords.enforced(Library.get("identical-call"), 0, 0);

    /** Between the first four rounds and the others. */
    private static final long BETWEEN = Session.START + 10_000;

    private static final ControlRecord RELEASE =
            ControlRecords.at(3, BETWEEN, ControlRecords.release(ControlRecords.session("s"), 1));

    @Test
    void aReleaseThatIsBroadcastLetsTheSessionBeginAnew() throws Exception {
        List<Envelope> log = log();
        try (var harness = harness(() -> IDENTICAL_CALL)) {
            send(harness, log.subList(0, 8));
            tell(harness, RELEASE);
            send(harness, log.subList(8, 14));
            assertThat(offsets(harness)).containsExactly(7L);

            send(harness, log.subList(14, 16));
            assertThat(offsets(harness)).containsExactly(7L, 15L);
        }
    }

    @Test
    void aReleaseThatIsOnTheTopicAtStartDoesTheSameHoweverOftenItIsRead() throws Exception {
        try (var harness = harness(() -> IDENTICAL_CALL, () -> List.of(RELEASE), ControlTrust.THE_TOPIC)) {
            List<Envelope> log = log();
            send(harness, log.subList(0, 10));
            tell(harness, RELEASE);
            send(harness, log.subList(10, 16));
            assertThat(offsets(harness)).containsExactly(7L, 15L);
        }
    }

    /** Compaction has taken the release away by then: another record stands under its key. */
    @Test
    void aReleaseSurvivesARestoreInStateAlone() throws Exception {
        List<Envelope> log = log();
        OperatorSubtaskState snapshot;
        try (var harness = harness(() -> IDENTICAL_CALL)) {
            send(harness, log.subList(0, 8));
            tell(harness, RELEASE);
            snapshot = harness.snapshot(1, 1);
        }
        ControlLoader compacted = () -> List.of(ControlRecords.at(
                9, BETWEEN + Duration.ofHours(1).toMillis(), ControlRecords.halt(ControlRecords.session("s"), 2)));
        try (var restored = closed(() -> IDENTICAL_CALL, compacted, ControlTrust.THE_TOPIC)) {
            restored.initializeState(snapshot);
            restored.open();
            send(restored, log.subList(8, 16));
            assertThat(offsets(restored)).containsExactly(15L);
        }
    }

    @Test
    void anEventOfAHaltedSessionIsAViolationUntilItIsReleased() throws Exception {
        List<Envelope> log = log();
        try (var harness = harness(() -> IDENTICAL_CALL)) {
            var halt = ControlRecords.halt(ControlRecords.session("s"), 1);
            tell(harness, ControlRecords.at(0, Session.START + 1_000, halt));
            send(harness, log.subList(0, 6));
            List<Violation> violations = told(harness, DetectSessions.VIOLATIONS);
            assertThat(violations)
                    .extracting(violation -> violation.position().offset())
                    .containsExactly(4L, 5L);
            assertThat(violations.get(0).costUsd()).isEqualByComparingTo("0.5");
            assertThat(Json.read(Json.bytes(violations.get(0)), Violation.class))
                    .isEqualTo(violations.get(0));

            tell(harness, ControlRecords.at(1, BETWEEN, ControlRecords.release(ControlRecords.session("s"), 2)));
            send(harness, log.subList(6, 12));
            assertThat(told(harness, DetectSessions.VIOLATIONS)).hasSize(2);
        }
    }

    @Test
    void eachSessionThatGoesOnIsToldOfAtOnceAndThenOnceASecond() throws Exception {
        try (var harness = harness(() -> IDENTICAL_CALL)) {
            tell(harness, ControlRecords.at(0, Session.START, ControlRecords.halt(Scope.parse("tenant/default"), 1)));
            List<Envelope> busy = busy("s");
            send(harness, busy.subList(0, 100));
            send(harness, busy("t").subList(0, 100));
            assertThat(told(harness, DetectSessions.VIOLATIONS))
                    .extracting(violation -> violation.session().session(), Violation::events)
                    .containsExactly(tuple("s", 1L), tuple("t", 1L));

            send(harness, busy.subList(100, 101));
            Violation rest = told(harness, DetectSessions.VIOLATIONS).get(2);
            assertThat(rest.events()).isEqualTo(100);
            assertThat(rest.costUsd()).isEqualByComparingTo("1");
            assertThat(rest.position().offset()).isEqualTo(100);
        }
    }

    @Test
    void whatStandsOnTheTopicAtStartIsInForceAndATombstoneEndsIt() throws Exception {
        ControlRecord halt = ControlRecords.at(0, Session.START, ControlRecords.halt(ControlRecords.session("s"), 1));
        try (var harness = harness(() -> IDENTICAL_CALL, () -> List.of(halt), ControlTrust.THE_TOPIC)) {
            send(harness, log().subList(0, 4));
            assertThat(told(harness, DetectSessions.VIOLATIONS)).hasSize(1);

            tell(harness, ControlRecords.tombstone(1, BETWEEN, halt.key()));
            send(harness, log().subList(4, 8));
            assertThat(told(harness, DetectSessions.VIOLATIONS)).hasSize(1);
        }
    }

    @Test
    void whatCannotBeReadStopsNothing() throws Exception {
        try (var harness = harness(() -> IDENTICAL_CALL)) {
            tell(harness, new ControlRecord("session/default/s/operator", "{".getBytes(UTF_8), BETWEEN, 0));
            tell(harness, new ControlRecord(null, "null".getBytes(UTF_8), BETWEEN, 1));
            tell(harness, new ControlRecord("another/key", RELEASE.value(), BETWEEN, 2));
            tell(harness, RELEASE);
            send(harness, log());
            assertThat(offsets(harness)).containsExactly(7L, 15L);
        }
    }

    @Test
    void withTrustedKeysOnlySignedRecordsCount(@TempDir Path directory) throws Exception {
        KeyPairFiles files = KeyPairFiles.generate("ops-1", directory);
        ControlTrust trust = new ControlTrust(TrustedKeys.read(Map.of("ops-1", files.publicKey())));
        SigningKey key = SigningKey.read("ops-1", files.privateKey());
        try (var harness = harness(() -> IDENTICAL_CALL, List::of, trust)) {
            tell(harness, RELEASE);
            send(harness, log());
            assertThat(offsets(harness)).containsExactly(7L);
        }
        try (var harness = harness(() -> IDENTICAL_CALL, List::of, trust)) {
            tell(harness, RELEASE);
            tell(
                    harness,
                    ControlRecords.signed(4, BETWEEN, ControlRecords.release(ControlRecords.session("s"), 1), key));
            send(harness, log());
            assertThat(offsets(harness)).containsExactly(7L, 15L);
        }
    }

    @Test
    void afterCleanUpNothingIsLeft() throws Exception {
        try (var harness = harness(() -> IDENTICAL_CALL)) {
            send(harness, log());
            tell(harness, RELEASE);
            send(
                    harness,
                    session("s").at(BETWEEN + 60_000).then(end().id("the-end")).envelopes(0, 100));
            harness.setProcessingTime(Session.START);

            harness.watermark(BETWEEN + 120_000 + GRACE.plus(SKEW).toMillis());
            harness.watermark(BETWEEN + 240_000 + GRACE.plus(SKEW).toMillis());
            assertThat(sessionsInState(harness)).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
            assertThat(harness.numProcessingTimeTimers()).isZero();
            assertThat(releasesInState(harness)).isEqualTo(1);

            harness.watermark(BETWEEN + IDLE.plus(SKEW).plusMinutes(2).toMillis());
            tell(harness, ControlRecords.tombstone(4, BETWEEN, RELEASE.key()));
            assertThat(releasesInState(harness)).isZero();
        }
    }

    private static int releasesInState(
            KeyedBroadcastOperatorTestHarness<SessionKey, DigestedEvent, Instruction, Signal> harness) throws Exception {
        harness.snapshot(1, 1);
        int entries = 0;
        for (var ignored : harness.getBroadcastState(DetectSessions.CONTROL).entries()) {
            entries++;
        }
        return entries;
    }

    /** Four rounds of a call and its result, 2 s each, a pause of 10 s, four rounds more; a call costs half a dollar. */
    private static List<Envelope> log() {
        return session("s")
                .repeats(4, call("status", "{ref: 1}").costing("0.5"), result("{state: pending}"))
                .after(Duration.ofSeconds(10))
                .repeats(4, call("status", "{ref: 1}").costing("0.5"), result("{state: pending}"))
                .envelopes();
    }

    /** 101 calls in a second, of a cent each, later than a halt at the start and the grace. */
    private static List<Envelope> busy(String session) {
        return session(session)
                .at(Session.START + VIOLATION_GRACE.plusSeconds(1).toMillis())
                .every(Duration.ofMillis(10))
                .repeats(101, call("status").costing("0.01"))
                .envelopes();
    }

    private static List<Long> offsets(
            KeyedBroadcastOperatorTestHarness<SessionKey, DigestedEvent, Instruction, Signal> harness) {
        return harness.extractOutputValues().stream()
                .map(signal -> signal.position().offset())
                .toList();
    }

    private static void tell(
            KeyedBroadcastOperatorTestHarness<SessionKey, DigestedEvent, Instruction, Signal> harness, ControlRecord record)
            throws Exception {
        harness.processBroadcastElement(new Instruction.OfControl(record), 0);
    }
}
