package dev.ripcord.jobs.detect;

import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.event.Envelope;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.VolatileFields;
import dev.ripcord.jobs.control.ControlLoader;
import dev.ripcord.jobs.control.ControlTrust;
import dev.ripcord.jobs.ingest.DigestedEventSerializer;
import dev.ripcord.jobs.serialization.JsonSerializer;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** Detection as Flink runs it, without a cluster. */
final class DetectHarness {
    static final Duration IDLE = Duration.ofHours(6);
    static final Duration GRACE = Duration.ofMinutes(10);
    static final Duration SKEW = Duration.ofSeconds(5);
    static final Duration VIOLATION_GRACE = Duration.ofSeconds(2);

    private DetectHarness() {}

    static KeyedBroadcastOperatorTestHarness<SessionKey, DigestedEvent, Instruction, Signal> harness(PatternLoader patterns)
            throws Exception {
        return opened(closed(patterns));
    }

    static KeyedBroadcastOperatorTestHarness<SessionKey, DigestedEvent, Instruction, Signal> harness(
            PatternLoader patterns, ControlLoader control, ControlTrust trust) throws Exception {
        return opened(closed(patterns, control, trust));
    }

    static KeyedBroadcastOperatorTestHarness<SessionKey, DigestedEvent, Instruction, Signal> closed(PatternLoader patterns)
            throws Exception {
        return closed(patterns, List::of, ControlTrust.THE_TOPIC);
    }

    /** Not opened, so that state can be restored first. */
    static KeyedBroadcastOperatorTestHarness<SessionKey, DigestedEvent, Instruction, Signal> closed(
            PatternLoader patterns, ControlLoader control, ControlTrust trust) throws Exception {
        var function = new DetectSessions(
                patterns,
                new ControlInput(control, trust, VIOLATION_GRACE),
                DetectionLimits.of(SKEW, IDLE, GRACE),
                new SessionLifetime(GRACE));
        var harness = new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(function, List.of(DetectSessions.PATTERNS, DetectSessions.CONTROL)),
                DigestedEvent::session,
                SessionKeySerializer.TYPE,
                1,
                1,
                0);
        harness.setup(JsonSerializer.typeOf(Signal.class)
                .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
        return harness;
    }

    private static KeyedBroadcastOperatorTestHarness<SessionKey, DigestedEvent, Instruction, Signal> opened(
            KeyedBroadcastOperatorTestHarness<SessionKey, DigestedEvent, Instruction, Signal> harness) throws Exception {
        harness.open();
        return harness;
    }

    static void send(
            KeyedBroadcastOperatorTestHarness<SessionKey, DigestedEvent, Instruction, Signal> harness, List<Envelope> events)
            throws Exception {
        for (Envelope event : events) {
            harness.processElement(new StreamRecord<>(digested(event), event.kafkaTime()));
        }
    }

    /** As the guard gives it to detection: it has been through the serializer. */
    static DigestedEvent digested(Envelope event) throws IOException {
        var serializer = DigestedEventSerializer.TYPE.createSerializer(null);
        var bytes = new DataOutputSerializer(1024);
        serializer.serialize(DigestedEvent.of(event, VolatileFields.DEFAULT), bytes);
        return serializer.deserialize(new DataInputDeserializer(bytes.getSharedBuffer()));
    }

    static int sessionsInState(KeyedBroadcastOperatorTestHarness<?, ?, ?, ?> harness) {
        AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) harness.getOperator();
        return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
    }

    static <T> List<T> told(
            KeyedBroadcastOperatorTestHarness<SessionKey, DigestedEvent, Instruction, Signal> harness, OutputTag<T> tag) {
        List<T> values = new ArrayList<>();
        var output = harness.getSideOutput(tag);
        if (output != null) {
            output.forEach(record -> values.add(record.getValue()));
        }
        return values;
    }
}
