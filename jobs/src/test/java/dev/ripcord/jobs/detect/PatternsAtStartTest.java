package dev.ripcord.jobs.detect;

import static dev.ripcord.jobs.detect.DetectSetup.knowing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.jobs.library.Library;
import dev.ripcord.jobs.library.PatternRecords;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Mode;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.signal.PatternStatus.Status;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** What a guard that starts tells of the patterns that it finds, in a snapshot and on the topic. */
class PatternsAtStartTest {
    private static final Definition IDENTICAL_CALL = Library.get("identical-call");
    private static final Definition COST_SPIKE = Library.get("cost-spike");

    /** Below its minimum: as if the version before had not looked. */
    private static final PatternRecord TOO_FEW = activation(4, Map.of("times", 1));

    private static final List<PatternRecord> TOPIC =
            joined(joined(enforced(IDENTICAL_CALL, 0), enforced(COST_SPIKE, 2)), List.of(TOO_FEW));

    @Test
    void anActivationThatTheVersionBeforeTookAndThisOneRefusesIsToldOfThoughNoRecordComes() throws Exception {
        OperatorSubtaskState snapshot = EarlierGuard.snapshot(TOPIC);
        try (var harness = knowing(() -> TOPIC).restore(snapshot)) {
            assertThat(told(harness)).as("in open nothing is written").isEmpty();

            harness.setProcessingTime(1);

            assertThat(told(harness)).singleElement().satisfies(status -> {
                assertThat(status.key()).isEqualTo("identical-call");
                assertThat(status.offset()).isEqualTo(TOO_FEW.offset());
                assertThat(status.status()).isEqualTo(Status.REFUSED);
                assertThat(status.problems()).singleElement().asString().contains("times", "minimum");
            });
            harness.snapshot();
            assertThat(harness.entriesOf(DetectSessions.PATTERNS))
                    .as("the others stay, and the activation before it is in force")
                    .isEqualTo(4);
        }
    }

    /** No snapshot holds it then: it is on the topic alone. */
    @Test
    void itIsToldOfAtTheNextStartAsWell() throws Exception {
        OperatorSubtaskState snapshot;
        try (var first = knowing(() -> TOPIC).restore(EarlierGuard.snapshot(TOPIC))) {
            snapshot = first.snapshot();
        }
        try (var second = knowing(() -> TOPIC).restore(snapshot)) {
            second.setProcessingTime(1);
            assertThat(words(second)).containsExactly("identical-call REFUSED 4");
        }
    }

    @Test
    void aDefinitionThatIsRefusedIsToldOfWithTheActivationThatWaitsForIt() throws Exception {
        PatternRecord definition = TOPIC.get(2);
        PatternRecord unreadable =
                new PatternRecord(definition.key(), "{}".getBytes(UTF_8), definition.kafkaTime(), definition.offset());
        List<PatternRecord> taken = List.of(TOPIC.get(0), TOPIC.get(1), unreadable, TOPIC.get(3));
        try (var harness = knowing(List::of).restore(EarlierGuard.snapshot(taken))) {
            harness.setProcessingTime(1);
            assertThat(words(harness)).containsExactly(COST_SPIKE.key() + " REFUSED 2", "cost-spike REFUSED 3");
        }
    }

    @Test
    void whatTheVersionBeforeRefusedAndThisOneTakesIsToldOf() throws Exception {
        PatternRecord better = activation(4, Map.of("times", 9));
        OperatorSubtaskState snapshot = EarlierGuard.snapshot(TOPIC.subList(0, 4));
        try (var harness = knowing(() -> List.of(better)).restore(snapshot)) {
            harness.setProcessingTime(1);
            assertThat(words(harness)).containsExactly("identical-call ACTIVE 4");
        }
    }

    /** The version before refused its definition, and kept the activation, which waited for one. */
    @Test
    void anActivationThatWaitedForADefinitionWhichThisVersionTakesIsToldOf() throws Exception {
        List<PatternRecord> kept = List.of(TOPIC.get(0), TOPIC.get(1), TOPIC.get(3));
        try (var harness = knowing(() -> TOPIC.subList(0, 4)).restore(EarlierGuard.snapshot(kept))) {
            harness.setProcessingTime(1);
            assertThat(words(harness))
                    .containsExactlyInAnyOrder(COST_SPIKE.key() + " ACCEPTED 2", "cost-spike ACTIVE 3");
        }
    }

    @Test
    void anActivationBeforeItsDefinitionThatTheVersionBeforeRefusedIsToldOf() throws Exception {
        List<PatternRecord> reversed = PatternRecords.enforced(COST_SPIKE, 0, 0);
        PatternRecord activation = at(2, reversed.get(1));
        PatternRecord definition = at(6, reversed.get(0));
        try (var harness =
                knowing(() -> List.of(activation, definition)).restore(EarlierGuard.snapshot(List.of(definition)))) {
            harness.setProcessingTime(1);
            assertThat(words(harness)).containsExactly("cost-spike ACTIVE 2");
        }
    }

    private static PatternRecord at(long offset, PatternRecord record) {
        return new PatternRecord(record.key(), record.value(), record.kafkaTime(), offset);
    }

    /** The topic has it under a later offset than the snapshot, which keeps the first. */
    @Test
    void aDefinitionThatWasPublishedAgainIsNoNews() throws Exception {
        List<PatternRecord> again = joined(TOPIC.subList(0, 4), List.of(at(7, TOPIC.get(2))));
        try (var harness = knowing(() -> again).restore(EarlierGuard.snapshot(TOPIC.subList(0, 4)))) {
            harness.setProcessingTime(1);
            assertThat(told(harness)).isEmpty();
        }
    }

    @Test
    void itIsToldBeforeAJobThatIsDrainedEnds() throws Exception {
        try (var harness = knowing(() -> TOPIC).open()) {
            harness.getOperator().finish();
            assertThat(told(harness)).hasSize(4);
        }
    }

    /** A snapshot forgets the oldest activations, which the topic may still hold: they are not the word on their key. */
    @Test
    void anActivationThatAnotherHasReplacedIsNotToldOf() throws Exception {
        List<PatternRecord> taken = joined(TOPIC.subList(0, 4), List.of(activation(9, Map.of("times", 9))));
        try (var harness = knowing(() -> TOPIC).restore(EarlierGuard.snapshot(taken))) {
            harness.setProcessingTime(1);
            assertThat(told(harness)).isEmpty();
        }
    }

    @Test
    void oneSubtaskTells() throws Exception {
        try (var second = knowing(() -> TOPIC).subtask(1, 2).restore(EarlierGuard.snapshot(TOPIC))) {
            second.setProcessingTime(1);
            assertThat(told(second)).isEmpty();
        }
    }

    @Test
    void whatComesNextIsToldBehindIt() throws Exception {
        try (var harness = knowing(() -> TOPIC).restore(EarlierGuard.snapshot(TOPIC))) {
            harness.tell(activation(5, Map.of("times", 9)));
            harness.setProcessingTime(1);
            assertThat(words(harness)).containsExactly("identical-call REFUSED 4", "identical-call ACTIVE 5");
        }
    }

    /** What is in a snapshot is not told of after it was restored, so that it has to be before. */
    @Test
    void itIsToldBeforeASnapshotIsTaken() throws Exception {
        try (var harness = knowing(() -> TOPIC).open()) {
            harness.prepareSnapshotPreBarrier(1);
            assertThat(told(harness)).hasSize(4);
        }
    }

    @Test
    void withoutASnapshotAllIsToldOnceThoughTheTopicIsReadAgain() throws Exception {
        try (var harness = knowing(() -> TOPIC).open()) {
            for (PatternRecord record : TOPIC) {
                harness.tell(record);
            }
            harness.setProcessingTime(1);
            assertThat(words(harness))
                    .containsExactlyInAnyOrder(
                            IDENTICAL_CALL.key() + " ACCEPTED 0",
                            COST_SPIKE.key() + " ACCEPTED 2",
                            "cost-spike ACTIVE 3",
                            "identical-call REFUSED 4");
        }
    }

    private static List<PatternStatus> told(DetectHarness harness) {
        return harness.told(DetectSessions.PATTERN_STATUS);
    }

    private static List<String> words(DetectHarness harness) {
        return told(harness).stream()
                .map(status -> status.key() + " " + status.status() + " " + status.offset())
                .toList();
    }

    private static List<PatternRecord> enforced(Definition definition, long offset) {
        return PatternRecords.enforced(definition, offset, 0);
    }

    private static PatternRecord activation(long offset, Map<String, Object> parameters) {
        Activation activation = new Activation(
                Activation.SCHEMA_VERSION,
                IDENTICAL_CALL.id(),
                IDENTICAL_CALL.hash(),
                Mode.ENFORCE,
                parameters,
                0L,
                "test",
                null);
        return new PatternRecord(IDENTICAL_CALL.id(), Json.bytes(activation), 0, offset);
    }

    private static List<PatternRecord> joined(List<PatternRecord> some, List<PatternRecord> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
