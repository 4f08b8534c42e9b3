package dev.ripcord.jobs.detect;

import static dev.ripcord.jobs.detect.DetectSetup.GRACE;
import static dev.ripcord.jobs.detect.DetectSetup.IDLE;
import static dev.ripcord.jobs.detect.DetectSetup.SKEW;
import static dev.ripcord.jobs.detect.DetectSetup.VIOLATION_GRACE;
import static dev.ripcord.jobs.detect.DetectSetup.knowing;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.end;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.event.Envelope;
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
import dev.ripcord.signal.Violation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
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
        try (var harness = knowing(() -> IDENTICAL_CALL).open()) {
            harness.send(log.subList(0, 8));
            harness.tell(RELEASE);
            harness.send(log.subList(8, 14));
            assertThat(offsets(harness)).containsExactly(7L);

            harness.send(log.subList(14, 16));
            assertThat(offsets(harness)).containsExactly(7L, 15L);
        }
    }

    @Test
    void aReleaseThatIsOnTheTopicAtStartDoesTheSameHoweverOftenItIsRead() throws Exception {
        try (var harness =
                knowing(() -> IDENTICAL_CALL).reading(() -> List.of(RELEASE)).open()) {
            List<Envelope> log = log();
            harness.send(log.subList(0, 10));
            harness.tell(RELEASE);
            harness.send(log.subList(10, 16));
            assertThat(offsets(harness)).containsExactly(7L, 15L);
        }
    }

    /** Compaction has taken the release away by then: another record stands under its key. */
    @Test
    void aReleaseSurvivesARestoreInStateAlone() throws Exception {
        List<Envelope> log = log();
        OperatorSubtaskState snapshot;
        try (var harness = knowing(() -> IDENTICAL_CALL).open()) {
            harness.send(log.subList(0, 8));
            harness.tell(RELEASE);
            snapshot = harness.snapshot();
        }
        ControlLoader compacted = () -> List.of(ControlRecords.at(
                9, BETWEEN + Duration.ofHours(1).toMillis(), ControlRecords.halt(ControlRecords.session("s"), 2)));
        try (var restored = knowing(() -> IDENTICAL_CALL).reading(compacted).restore(snapshot)) {
            restored.send(log.subList(8, 16));
            assertThat(offsets(restored)).containsExactly(15L);
        }
    }

    @Test
    void anEventOfAHaltedSessionIsAViolationUntilItIsReleased() throws Exception {
        List<Envelope> log = log();
        try (var harness = knowing(() -> IDENTICAL_CALL).open()) {
            var halt = ControlRecords.halt(ControlRecords.session("s"), 1);
            harness.tell(ControlRecords.at(0, Session.START + 1_000, halt));
            harness.send(log.subList(0, 6));
            List<Violation> violations = harness.told(DetectSessions.VIOLATIONS);
            assertThat(violations)
                    .extracting(violation -> violation.position().offset())
                    .containsExactly(4L, 5L);
            assertThat(violations.get(0).costUsd()).isEqualByComparingTo("0.5");
            assertThat(Json.read(Json.bytes(violations.get(0)), Violation.class))
                    .isEqualTo(violations.get(0));

            harness.tell(ControlRecords.at(1, BETWEEN, ControlRecords.release(ControlRecords.session("s"), 2)));
            harness.send(log.subList(6, 12));
            assertThat(harness.told(DetectSessions.VIOLATIONS)).hasSize(2);
        }
    }

    @Test
    void eachSessionThatGoesOnIsToldOfAtOnceAndThenOnceASecond() throws Exception {
        try (var harness = knowing(() -> IDENTICAL_CALL).open()) {
            harness.tell(ControlRecords.at(0, Session.START, ControlRecords.halt(Scope.parse("tenant/default"), 1)));
            List<Envelope> busy = busy("s");
            harness.send(busy.subList(0, 100));
            harness.send(busy("t").subList(0, 100));
            assertThat(harness.told(DetectSessions.VIOLATIONS))
                    .extracting(violation -> violation.session().session(), Violation::events)
                    .containsExactly(tuple("s", 1L), tuple("t", 1L));

            harness.send(busy.subList(100, 101));
            Violation rest = harness.told(DetectSessions.VIOLATIONS).get(2);
            assertThat(rest.events()).isEqualTo(100);
            assertThat(rest.costUsd()).isEqualByComparingTo("1");
            assertThat(rest.position().offset()).isEqualTo(100);
        }
    }

    @Test
    void whatStandsOnTheTopicAtStartIsInForceAndATombstoneEndsIt() throws Exception {
        ControlRecord halt = ControlRecords.at(0, Session.START, ControlRecords.halt(ControlRecords.session("s"), 1));
        try (var harness =
                knowing(() -> IDENTICAL_CALL).reading(() -> List.of(halt)).open()) {
            harness.send(log().subList(0, 4));
            assertThat(harness.told(DetectSessions.VIOLATIONS)).hasSize(1);

            harness.tell(ControlRecords.tombstone(1, BETWEEN, halt.key()));
            harness.send(log().subList(4, 8));
            assertThat(harness.told(DetectSessions.VIOLATIONS)).hasSize(1);
        }
    }

    @Test
    void whatCannotBeReadStopsNothing() throws Exception {
        try (var harness = knowing(() -> IDENTICAL_CALL).open()) {
            harness.tell(new ControlRecord("session/default/s/operator", "{".getBytes(UTF_8), BETWEEN, 0));
            harness.tell(new ControlRecord(null, "null".getBytes(UTF_8), BETWEEN, 1));
            harness.tell(new ControlRecord("another/key", RELEASE.value(), BETWEEN, 2));
            harness.tell(RELEASE);
            harness.send(log());
            assertThat(offsets(harness)).containsExactly(7L, 15L);
        }
    }

    @Test
    void withTrustedKeysOnlySignedRecordsCount(@TempDir Path directory) throws Exception {
        KeyPairFiles files = KeyPairFiles.generate("ops-1", directory);
        ControlTrust trust = new ControlTrust(TrustedKeys.read(Map.of("ops-1", files.publicKey())));
        SigningKey key = SigningKey.read("ops-1", files.privateKey());
        try (var harness =
                knowing(() -> IDENTICAL_CALL).reading(List::of).trusting(trust).open()) {
            harness.tell(RELEASE);
            harness.send(log());
            assertThat(offsets(harness)).containsExactly(7L);
        }
        try (var harness =
                knowing(() -> IDENTICAL_CALL).reading(List::of).trusting(trust).open()) {
            harness.tell(RELEASE);
            harness.tell(
                    ControlRecords.signed(4, BETWEEN, ControlRecords.release(ControlRecords.session("s"), 1), key));
            harness.send(log());
            assertThat(offsets(harness)).containsExactly(7L, 15L);
        }
    }

    @Test
    void afterCleanUpNothingIsLeft() throws Exception {
        try (var harness = knowing(() -> IDENTICAL_CALL).open()) {
            harness.send(log());
            harness.tell(RELEASE);
            harness.send(
                    session("s").at(BETWEEN + 60_000).then(end().id("the-end")).envelopes(0, 100));

            harness.watermark(BETWEEN + 120_000 + GRACE.plus(SKEW).toMillis());
            assertThat(harness.sessionsInState()).isEqualTo(1);
            harness.quiet();
            harness.watermark(BETWEEN + 240_000 + GRACE.plus(GRACE).plus(SKEW).toMillis());
            assertThat(harness.sessionsInCache()).isZero();
            assertThat(harness.sessionsInState()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
            assertThat(harness.numProcessingTimeTimers()).isZero();
            assertThat(releasesInState(harness)).isEqualTo(1);

            harness.watermark(BETWEEN + IDLE.plus(SKEW).plusMinutes(2).toMillis());
            harness.tell(ControlRecords.tombstone(4, BETWEEN, RELEASE.key()));
            assertThat(releasesInState(harness)).isZero();
        }
    }

    private static int releasesInState(DetectHarness harness) throws Exception {
        harness.snapshot();
        return harness.entriesOf(DetectSessions.CONTROL);
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

    private static List<Long> offsets(DetectHarness harness) {
        return harness.extractOutputValues().stream()
                .map(signal -> signal.position().offset())
                .toList();
    }
}
