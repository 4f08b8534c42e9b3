package dev.ripcord.jobs.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Scope;
import dev.ripcord.jobs.serialization.JsonSerializer;
import dev.ripcord.jobs.settings.GuardSettings.DecisionSettings;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.Severity;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.SignalId;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DecideHaltsTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final DecisionSettings SETTINGS =
            new DecisionSettings(Duration.ofMinutes(15), Duration.ofMinutes(1), Duration.ofMinutes(5));

    @Test
    void anEnforcedHaltStopsItsSession() throws Exception {
        try (var harness = harness()) {
            harness.processElement(signal(1, Mode.ENFORCE, Action.HALT, NOW));

            Halt halt = halts(harness).get(0);
            assertThat(halt.scope()).isEqualTo(Scope.session(new SessionKey("default", "invoice-9")));
            assertThat(halt.position()).isEqualTo(new Position(0, 1));
            assertThat(halt.reason()).isEqualTo("the same again");
            assertThat(halt.expiresAt()).isNull();
            assertThat(decided(harness)).extracting(DecidedSignal::late).containsExactly(false);
        }
    }

    @Test
    void aShadowAndAWarningStopNobody() throws Exception {
        try (var harness = harness()) {
            harness.processElement(signal(1, Mode.SHADOW, Action.HALT, NOW));
            harness.processElement(signal(2, Mode.ENFORCE, Action.WARN, NOW));

            assertThat(decided(harness)).hasSize(2);
            assertThat(halts(harness)).isEmpty();
        }
    }

    @Test
    void aPauseEndsByItself() throws Exception {
        try (var harness = harness()) {
            harness.processElement(signal(1, Mode.ENFORCE, Action.PAUSE, NOW));

            assertThat(halts(harness)).extracting(Halt::expiresAt).containsExactly(NOW + 300_000);
        }
    }

    @Test
    void aRepeatedSignalIsToldOnceAlsoAfterARestore() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.processElement(signal(1, Mode.ENFORCE, Action.HALT, NOW));
            harness.processElement(signal(1, Mode.ENFORCE, Action.HALT, NOW));
            snapshot = harness.snapshot(1, 1);
            assertThat(decided(harness)).hasSize(1);
        }
        try (var restored = closed()) {
            restored.initializeState(snapshot);
            restored.open();
            restored.processElement(signal(1, Mode.ENFORCE, Action.HALT, NOW));

            assertThat(restored.extractOutputValues()).isEmpty();
            assertThat(halts(restored)).isEmpty();
        }
    }

    @Test
    void withinTheCoolDownOneHaltIsEnoughAndEverySignalIsKept() throws Exception {
        try (var harness = harness()) {
            harness.processElement(signal(1, Mode.ENFORCE, Action.HALT, NOW - 70_000));
            harness.processElement(signal(2, Mode.ENFORCE, Action.HALT, NOW - 20_000));
            harness.processElement(signal(3, Mode.ENFORCE, Action.HALT, NOW));

            assertThat(decided(harness)).hasSize(3);
            assertThat(halts(harness))
                    .extracting(halt -> halt.position().offset())
                    .containsExactly(1L, 3L);
        }
    }

    @Test
    void anEventThatWaitedTooLongIsMarkedLateAndHaltsNobody() throws Exception {
        try (var harness = harness()) {
            harness.processElement(signal(
                    1, Mode.ENFORCE, Action.HALT, NOW - Duration.ofMinutes(16).toMillis()));

            assertThat(decided(harness)).extracting(DecidedSignal::late).containsExactly(true);
            assertThat(halts(harness)).isEmpty();
        }
    }

    @Test
    void nothingStaysBehind() throws Exception {
        try (var harness = harness()) {
            harness.processElement(signal(1, Mode.ENFORCE, Action.HALT, NOW));
            harness.processElement(signal(2, Mode.ENFORCE, Action.HALT, NOW + 1_000));
            assertThat(harness.numKeyedStateEntries()).isEqualTo(1);

            harness.processWatermark(NOW + Duration.ofHours(2).toMillis());

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static StreamRecord<Signal> signal(long offset, Mode mode, Action action, long kafkaTime) {
        SessionKey session = new SessionKey("default", "invoice-9");
        Position position = new Position(0, offset);
        PatternReference pattern = new PatternReference("identical-call", "0123456789abcdef", 1, "The same again");
        return new StreamRecord<>(
                new Signal(
                        Signal.SCHEMA_VERSION,
                        SignalId.of(Scope.session(session), pattern.key(), position),
                        pattern,
                        mode,
                        action,
                        Severity.CRITICAL,
                        Scope.session(session),
                        session.tenant(),
                        session.session(),
                        null,
                        null,
                        "invoice-agent",
                        position,
                        kafkaTime,
                        kafkaTime,
                        "the same again",
                        List.of(),
                        Map.of("outcome.in_a_row", 4),
                        Map.of("times", 4),
                        new BigDecimal("0.08"),
                        "full"),
                kafkaTime);
    }

    private static List<DecidedSignal> decided(
            KeyedOneInputStreamOperatorTestHarness<String, Signal, DecidedSignal> harness) {
        return harness.extractOutputValues();
    }

    private static List<Halt> halts(KeyedOneInputStreamOperatorTestHarness<String, Signal, DecidedSignal> harness) {
        List<Halt> halts = new ArrayList<>();
        var output = harness.getSideOutput(DecideHalts.HALTS);
        if (output != null) {
            output.forEach(record -> halts.add(record.getValue()));
        }
        return halts;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Signal, DecidedSignal> harness() throws Exception {
        var harness = closed();
        harness.open();
        return harness;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Signal, DecidedSignal> closed() throws Exception {
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DecideHalts(SETTINGS, () -> NOW)),
                (Signal signal) -> signal.scope().key(),
                Types.STRING);
        harness.setup(JsonSerializer.typeOf(DecidedSignal.class)
                .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
        return harness;
    }
}
