package dev.ripcord.jobs.detect;

import static dev.ripcord.jobs.detect.DetectSetup.knowing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A failure, at whatever place and however often, changes nothing in what is found. */
class DetectRecoveryTest {
    private static final DetectSetup PATTERNS = knowing(BrokenLog::patterns).reading(BrokenLog::released);
    private static final List<Envelope> LOG = BrokenLog.all();
    private static final int PARTS = 4;

    @ParameterizedTest
    @CsvSource({"HEAP, 1", "HEAP, 4", "ROCKSDB, 10"})
    void restoresAfterEveryFewEventsChangeNothing(Backends backend, int events) throws Exception {
        DetectSetup setup = PATTERNS.on(backend.backend()).caching(2);
        List<String> found = new ArrayList<>();
        OperatorSubtaskState snapshot = null;
        for (int from = 0; from < LOG.size(); from += events) {
            try (var harness = setup.restore(snapshot)) {
                harness.send(LOG.subList(from, Math.min(LOG.size(), from + events)));
                found.addAll(harness.signals());
                snapshot = harness.snapshot();
            }
        }
        assertThat(found).isEqualTo(uninterrupted());
    }

    /** What the events after a snapshot changed must not be in it, although the sessions stay in the cache. */
    @ParameterizedTest
    @EnumSource(Backends.class)
    void whatIsJudgedAfterASnapshotIsJudgedAgainAfterAFailure(Backends backend) throws Exception {
        DetectSetup setup = PATTERNS.on(backend.backend()).caching(3);
        int middle = LOG.size() / 2;
        OperatorSubtaskState snapshot;
        List<String> found;
        try (var harness = setup.open()) {
            harness.send(LOG.subList(0, middle));
            snapshot = harness.snapshot();
            found = new ArrayList<>(harness.signals());
            harness.send(LOG.subList(middle, LOG.size()));
            assertThat(harness.signals()).isEqualTo(uninterrupted());
        }
        try (var restored = setup.restore(snapshot)) {
            restored.send(LOG.subList(middle, LOG.size()));
            found.addAll(restored.signals());
        }
        assertThat(found).isEqualTo(uninterrupted());
    }

    /** The sessions are marked as written by then: the next snapshot must have them although this one was lost. */
    @ParameterizedTest
    @EnumSource(Backends.class)
    void aSnapshotThatFailsLosesNothing(Backends backend) throws Exception {
        DetectSetup setup = PATTERNS.on(backend.backend()).caching(3);
        List<String> found = new ArrayList<>();
        OperatorSubtaskState snapshot;
        try (var harness = setup.open()) {
            harness.send(LOG.subList(0, LOG.size() / 2));
            harness.snapshot().discardState();
            harness.getOperator().notifyCheckpointAborted(1);
            found.addAll(harness.signals());
            snapshot = harness.snapshot();
        }
        try (var restored = setup.restore(snapshot)) {
            restored.send(LOG.subList(LOG.size() / 2, LOG.size()));
            found.addAll(restored.signals());
        }
        assertThat(found).isEqualTo(uninterrupted());
    }

    @ParameterizedTest
    @EnumSource(Backends.class)
    void moreAndFewerSubtasksFindTheSame(Backends backend) throws Exception {
        DetectSetup setup = PATTERNS.on(backend.backend()).caching(2);
        List<String> found = new ArrayList<>();
        OperatorSubtaskState state = null;
        int before = 1;
        int part = 0;
        for (int parallelism : List.of(1, 2, 3, 1)) {
            List<OperatorSubtaskState> states = new ArrayList<>();
            for (int subtask = 0; subtask < parallelism; subtask++) {
                try (var harness =
                        setup.subtask(subtask, parallelism).restore(shareOf(state, before, parallelism, subtask))) {
                    harness.send(shareOf(part(part), parallelism, subtask));
                    found.addAll(harness.signals());
                    states.add(harness.snapshot());
                }
            }
            state = AbstractStreamOperatorTestHarness.repackageState(states.toArray(OperatorSubtaskState[]::new));
            before = parallelism;
            part++;
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(uninterrupted());
    }

    private static List<String> uninterrupted() throws Exception {
        try (var harness = PATTERNS.open()) {
            harness.send(LOG);
            assertThat(harness.signals()).hasSizeGreaterThan(5);
            return harness.signals();
        }
    }

    private static List<Envelope> part(int number) {
        return LOG.subList(LOG.size() * number / PARTS, LOG.size() * (number + 1) / PARTS);
    }

    private static List<Envelope> shareOf(List<Envelope> events, int parallelism, int subtask) {
        return events.stream()
                .filter(event -> KeyGroupRangeAssignment.assignKeyToParallelOperator(
                                event.event().session(), DetectHarness.MAX_PARALLELISM, parallelism)
                        == subtask)
                .toList();
    }

    private static OperatorSubtaskState shareOf(OperatorSubtaskState all, int before, int parallelism, int subtask) {
        return all == null
                ? null
                : AbstractStreamOperatorTestHarness.repartitionOperatorState(
                        all, DetectHarness.MAX_PARALLELISM, before, parallelism, subtask);
    }
}
