package dev.ripcord.jobs.decide;

import static dev.ripcord.decision.GivenSignal.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.decision.DecidedSignal;
import dev.ripcord.decision.DecisionLimits;
import dev.ripcord.decision.DecisionRun;
import dev.ripcord.decision.GivenSignal;
import dev.ripcord.decision.HaltWrite;
import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.TrustedKeys;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.control.ControlRecords;
import dev.ripcord.jobs.control.ControlTrust;
import dev.ripcord.pattern.Mode;
import dev.ripcord.topic.Position;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** What is decided is tested beside the decisions; here, that it lasts over failures and leaves nothing behind. */
class DecideHaltsTest {
    private static final Scope SCOPE = GivenSignal.scope("invoice-9");
    private static final long MONTH = Duration.ofDays(30).toMillis();
    private static final GivenSignal SIGNAL =
            GivenSignal.of("invoice-9", 7, NOW).root("batch-0").escalating();

    @Test
    void aRepeatedSignalIsToldOnceAlsoAfterARestore() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = DecideHarness.start()) {
            harness.hears(SIGNAL).hears(SIGNAL);
            snapshot = harness.snapshot();
            assertThat(harness.told()).hasSize(1);
            assertThat(harness.halts()).hasSize(1);
        }
        try (var restored = restored(snapshot)) {
            restored.hears(SIGNAL);

            assertThat(restored.told()).isEmpty();
            assertThat(restored.written()).isEmpty();
        }
    }

    @Test
    void aFailureBetweenHaltReleaseAndCheckpointLeavesTheSessionReleased() throws Exception {
        Release release = ControlRecords.release(SCOPE, NOW, new Position(0, 5));
        OperatorSubtaskState before;
        try (var lost = DecideHarness.start()) {
            before = lost.snapshot();
            lost.hears(SIGNAL).hears(release, NOW + 1);
            assertThat(lost.halts()).hasSize(1);
        }
        try (var signalFirst = restored(before)) {
            signalFirst.hears(SIGNAL).hears(release, NOW + 1);
            assertThat(withdrawn(signalFirst)).isTrue();
        }
        try (var releaseFirst = restored(before)) {
            Halt byTheLost = SIGNAL.signal().halt(null, SIGNAL.id());
            releaseFirst.hears(byTheLost, NOW).hears(release, NOW + 1).hears(SIGNAL);
            assertThat(releaseFirst.halts()).isEmpty();
            assertThat(withdrawn(releaseFirst)).isTrue();
        }
    }

    private static boolean withdrawn(DecideHarness harness) {
        return harness.written().stream()
                .anyMatch(write -> write.record() instanceof Release release && release.forgives(SIGNAL.position()));
    }

    @Test
    void historyIsNotAnsweredAsIfItWereNews() throws Exception {
        Halt overtaken = GivenSignal.of("invoice-9", 7, NOW - 5_000).signal().halt(null, "i");
        Halt inForce = GivenSignal.of("invoice-9", 20, NOW - 1_000).signal().halt(null, "i");
        List<ControlRecord> standing = List.of(
                ControlRecords.at(0, NOW - 4_990, overtaken),
                ControlRecords.at(1, NOW - 4_900, ControlRecords.release(SCOPE, 1)),
                ControlRecords.at(2, NOW - 990, inForce));
        try (var harness = DecideHarness.start(DecisionLimits.DEFAULT, ControlTrust.THE_TOPIC, standing, null)) {
            for (ControlRecord record : standing) {
                harness.hears(record);
            }

            assertThat(harness.written()).isEmpty();
        }
    }

    /** Order of the topic: a halt, its release, a halt on new evidence; then the job fails before a checkpoint. */
    @Test
    void whatIsJudgedAgainAfterAFailureTakesThePlaceOfNoNewerHalt() throws Exception {
        GivenSignal newer = GivenSignal.of("invoice-9", 20, NOW + 3_000);
        List<ControlRecord> standing = List.of(
                ControlRecords.at(0, NOW + 10, SIGNAL.signal().halt(null, SIGNAL.id())),
                ControlRecords.at(1, NOW + 1_000, ControlRecords.release(SCOPE, NOW + 1_000, SIGNAL.position())),
                ControlRecords.at(2, NOW + 3_010, newer.signal().halt(null, SIGNAL.id())));
        try (var harness = DecideHarness.start(DecisionLimits.DEFAULT, ControlTrust.THE_TOPIC, standing, null)) {
            harness.hears(SIGNAL).hears(newer);

            assertThat(harness.halts()).extracting(Halt::position).containsOnly(newer.position());
        }
    }

    @Test
    void anOldSignalOfAnotherPatternDoesNotReplaceTheHaltThatStands() throws Exception {
        GivenSignal newer = GivenSignal.of("invoice-9", 20, NOW + 3_000);
        List<ControlRecord> standing =
                List.of(ControlRecords.at(0, NOW + 3_010, newer.signal().halt(null, newer.id())));
        try (var harness = DecideHarness.start(DecisionLimits.DEFAULT, ControlTrust.THE_TOPIC, standing, null)) {
            harness.hears(SIGNAL);

            assertThat(harness.written()).isEmpty();
            assertThat(harness.told()).hasSize(1);
        }
    }

    /** What stopped it is told again in the same words, and what found it halted finds it halted again. */
    @Test
    void aBurstThatIsJudgedAgainAfterAFailureLeavesTheFirstHalt() throws Exception {
        GivenSignal later = GivenSignal.of("invoice-9", 9, NOW + 10).pattern("tool-cycle");
        List<ControlRecord> standing =
                List.of(ControlRecords.at(0, NOW + 2, SIGNAL.signal().halt(null, SIGNAL.id())));
        try (var harness = DecideHarness.start(DecisionLimits.DEFAULT, ControlTrust.THE_TOPIC, standing, null)) {
            harness.hears(SIGNAL).hears(later).hears(standing.get(0));

            assertThat(harness.halts()).extracting(Halt::haltId).containsExactly(SIGNAL.id());
            assertThat(harness.told()).extracting(DecidedSignal::standing).containsExactly(null, SIGNAL.id());
        }
    }

    @Test
    void aReleaseThatIsReadAtStartTakesBackTheHaltThatItHadOvertaken() throws Exception {
        OperatorSubtaskState snapshot;
        try (var lost = DecideHarness.start()) {
            snapshot = lost.hears(SIGNAL).snapshot();
        }
        ControlRecord release = ControlRecords.at(1, NOW + 1, ControlRecords.release(SCOPE, NOW));
        List<ControlRecord> standing =
                List.of(ControlRecords.at(0, NOW, SIGNAL.signal().halt(null, SIGNAL.id())), release);
        try (var restored = DecideHarness.start(DecisionLimits.DEFAULT, ControlTrust.THE_TOPIC, standing, snapshot)) {
            restored.hears(release);

            assertThat(withdrawn(restored)).isTrue();
        }
    }

    @Test
    void wordsOfRuntimesThatAreReadBeforeTheSignalComesAgainAreKept() throws Exception {
        Halt halt = SIGNAL.signal().halt(null, SIGNAL.id());
        try (var restored = DecideHarness.start()) {
            restored.acknowledges(SIGNAL, Status.STOPPED, NOW + 20)
                    .hears(halt, NOW + 2)
                    .hears(SIGNAL);
            restored.processingTime(NOW + 60_000);

            assertThat(restored.patternsTold())
                    .containsExactly(SIGNAL.signal().pattern().id());
        }
    }

    @Test
    void whatWasAcknowledgedWhileTheJobWasDownIsReadBeforePeopleAreTold() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = DecideHarness.start()) {
            snapshot = harness.hears(SIGNAL)
                    .hears(SIGNAL.signal().halt(null, SIGNAL.id()), NOW + 2)
                    .snapshot();
        }
        try (var restored = restored(snapshot, NOW + 600_000)) {
            restored.acknowledges(SIGNAL, Status.RECEIVED, NOW + 20).processingTime(NOW + 700_000);

            assertThat(restored.told()).isEmpty();
        }
        try (var restored = restored(snapshot, NOW + 600_000)) {
            restored.processingTime(NOW + 629_999);
            assertThat(restored.told()).isEmpty();
            restored.processingTime(NOW + 630_000);
            assertThat(restored.patternsTold()).containsExactly("ripcord-halt-unacknowledged");
        }
    }

    @Test
    void mutesAreKnownBeforeTheFirstSignalAndAfterARestore() throws Exception {
        Mute mute = Mute.ofPattern(
                "identical-call", "looking", new Actor(Actor.Kind.PERSON, "maria"), NOW - 9, NOW + 60_000);
        List<ControlRecord> standing = List.of(ControlRecords.at(0, NOW - 9, mute));
        OperatorSubtaskState snapshot;
        try (var harness = DecideHarness.start(DecisionLimits.DEFAULT, ControlTrust.THE_TOPIC, standing, null)) {
            harness.hears(SIGNAL);
            snapshot = harness.snapshot();
            assertThat(harness.told()).extracting(DecidedSignal::muted).containsExactly(true);
        }
        try (var restored = restored(snapshot)) {
            restored.hears(GivenSignal.of("invoice-9", 8, NOW + 1))
                    .hears(ControlRecords.tombstone(9, NOW + 2, mute.key()))
                    .hears(GivenSignal.of("invoice-9", 9, NOW + 3));

            assertThat(restored.told()).extracting(DecidedSignal::muted).containsExactly(true, false);
            assertThat(restored.halts()).hasSize(1);
        }
    }

    @Test
    void theCapAndTheIncidentOutliveARestore() throws Exception {
        DecisionLimits two = DecisionLimits.DEFAULT.withBlastRadius(2, Duration.ofMinutes(10));
        OperatorSubtaskState snapshot;
        try (var harness = DecideHarness.start(two, ControlTrust.THE_TOPIC, List.of(), null)) {
            harness.hears(GivenSignal.of("a", 1, NOW)).hears(GivenSignal.of("b", 2, NOW));
            snapshot = harness.snapshot();
        }
        try (var restored = DecideHarness.start(two, ControlTrust.THE_TOPIC, List.of(), snapshot)) {
            restored.hears(GivenSignal.of("c", 3, NOW)).hears(GivenSignal.of("d", 4, NOW));

            String incident = GivenSignal.of("a", 1, NOW).id();
            assertThat(restored.told()).extracting(DecidedSignal::held).containsExactly(incident, null, incident);
            assertThat(restored.patternsTold()).contains("ripcord-halts-held");
            assertThat(restored.written()).isEmpty();
        }
    }

    @Test
    void theLadderGoesOnWhereItWasWhenTheJobFailed() throws Exception {
        Halt halt = SIGNAL.signal().halt(null, SIGNAL.id());
        OperatorSubtaskState afterHalt;
        try (var harness = DecideHarness.start()) {
            afterHalt = harness.hears(SIGNAL).hears(halt, NOW + 2).snapshot();
        }
        OperatorSubtaskState afterViolation;
        try (var restored = restored(afterHalt)) {
            restored.processingTime(NOW + 30_000).hears(SIGNAL.violatedAt(9, NOW + 31_000, "0.02"));
            afterViolation = restored.snapshot();
            assertThat(restored.patternsTold()).containsExactly("ripcord-halt-unacknowledged", "ripcord-halt-violated");
        }
        try (var restored = restored(afterViolation)) {
            restored.processingTime(NOW + 90_000).hears(SIGNAL.violatedAt(10, NOW + 40_000, "0.02"));

            assertThat(restored.patternsTold()).containsExactly("ripcord-halt-escalated");
            assertThat(restored.halts())
                    .extracting(one -> one.scope().key())
                    .containsExactly("lineage/default/batch-0");
            assertThat(restored.halts().get(0).reason()).endsWith("2 events since, $0.04");
        }
    }

    @Test
    void whoHasStoppedIsNotAskedAboutAnotherHaltAfterARestore() throws Exception {
        Scope scope = GivenSignal.scope("invoice-9");
        Halt byMaria = Halt.byOperator("m-1", scope, "held", DecisionRun.MARIA, NOW + 2, null, List.of());
        for (Status status : List.of(Status.STOPPED, Status.REFUSED)) {
            OperatorSubtaskState snapshot;
            try (var harness = DecideHarness.start()) {
                snapshot = harness.hears(SIGNAL)
                        .acknowledges(SIGNAL, status, NOW + 1)
                        .snapshot();
            }
            try (var restored = restored(snapshot)) {
                restored.hears(byMaria, NOW + 2).processingTime(NOW + 60_000);

                assertThat(restored.patternsTold()).as("%s", status).hasSize(status == Status.STOPPED ? 0 : 1);
            }
        }
    }

    @Test
    void anAcknowledgedHaltIsNotAskedAboutAfterARestore() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = DecideHarness.start()) {
            harness.hears(SIGNAL)
                    .hears(SIGNAL.signal().halt(null, SIGNAL.id()), NOW + 2)
                    .acknowledges(SIGNAL, Status.RECEIVED, NOW + 20);
            snapshot = harness.snapshot();
        }
        try (var restored = restored(snapshot)) {
            restored.processingTime(NOW + 60_000);

            assertThat(restored.told()).isEmpty();
            restored.processingTime(NOW + 3 * MONTH).watermark(NOW + 3 * MONTH);
            assertThat(restored.timers()).isZero();
        }
    }

    @Test
    void recordsThatNoTrustedKeySignedChangeNothing() throws Exception {
        TrustedKeys trusted = new TrustedKeys(Map.of(
                "ops-1",
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic()));
        try (var harness =
                DecideHarness.start(DecisionLimits.DEFAULT, ControlTrust.of(Optional.of(trusted)), List.of(), null)) {
            harness.hears(ControlRecords.release(SCOPE, NOW, new Position(0, 9)), NOW)
                    .hears(new ControlRecord("global/mute", "{\"kind\":\"mute\"}".getBytes(UTF_8), NOW, 2))
                    .hears(SIGNAL);

            assertThat(harness.halts()).hasSize(1);
            assertThat(harness.written()).hasSize(1);
        }
    }

    @Test
    void aHaltLeavesTheTopicAfterAMonthAndNothingStaysBehind() throws Exception {
        try (var harness = DecideHarness.start()) {
            harness.hears(SIGNAL)
                    .hears(SIGNAL.signal().halt(null, SIGNAL.id()), NOW + 2)
                    .hears(GivenSignal.of("other", 8, NOW))
                    .hears(GivenSignal.of("shadow", 9, NOW).mode(Mode.SHADOW))
                    .acknowledges(SIGNAL, Status.STOPPED, NOW + 50);
            assertThat(harness.stateEntries()).isEqualTo(3);

            harness.processingTime(NOW + 60_000).watermark(NOW + MONTH + 2);
            assertThat(harness.written())
                    .as("an event dated into next month")
                    .noneMatch(write -> write.record() == null);
            harness.processingTime(NOW + MONTH + 2).watermark(NOW + MONTH + 3_700_000);

            assertThat(harness.written())
                    .filteredOn(write -> write.record() == null)
                    .extracting(HaltWrite::key)
                    .containsExactlyInAnyOrder("session/default/invoice-9/guard", "session/default/other/guard");
            harness.hears(ControlRecords.tombstone(9, NOW + MONTH + 3, "session/default/invoice-9/guard"));
            assertThat(harness.stateEntries()).isZero();
            assertThat(harness.timers()).isZero();
        }
    }

    @Test
    void theEndOfTimeThatADrainedJobSpeaksOfEndsNoHalt() throws Exception {
        try (var harness = DecideHarness.start()) {
            harness.hears(SIGNAL).watermark(Long.MAX_VALUE);

            assertThat(harness.written()).hasSize(1);
        }
    }

    private static DecideHarness restored(OperatorSubtaskState snapshot, long now) throws Exception {
        return DecideHarness.start(DecisionLimits.DEFAULT, ControlTrust.THE_TOPIC, List.of(), snapshot, now);
    }

    private static DecideHarness restored(OperatorSubtaskState snapshot) throws Exception {
        return DecideHarness.start(DecisionLimits.DEFAULT, ControlTrust.THE_TOPIC, List.of(), snapshot);
    }
}
