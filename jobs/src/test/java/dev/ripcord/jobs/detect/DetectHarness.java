package dev.ripcord.jobs.detect;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.event.Envelope;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.DigestedEventCodec;
import dev.ripcord.fact.VolatileFields;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.exchange.EventBatch;
import dev.ripcord.jobs.serialization.JsonSerializer;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** A subtask of detection as Flink runs it, without a cluster. */
final class DetectHarness extends KeyedTwoInputStreamOperatorTestHarness<SessionKey, EventBatch, Instruction, Signal> {
    static final int MAX_PARALLELISM = 128;

    private long snapshots;

    /** Not opened, so that state can be restored first. */
    DetectHarness(DetectSetup setup) throws Exception {
        super(
                setup.operator(),
                EventBatch::session,
                null,
                SessionKeySerializer.TYPE,
                MAX_PARALLELISM,
                setup.parallelism(),
                setup.subtask());
        setStateBackend(setup.backend());
        setup(JsonSerializer.typeOf(Signal.class)
                .createSerializer(getExecutionConfig().getSerializerConfig()));
    }

    void send(List<Envelope> events) throws Exception {
        for (Envelope event : events) {
            processElement1(new StreamRecord<>(batch(event), event.kafkaTime()));
        }
    }

    /** Of one event, as it comes to detection where others do not come with it. */
    static EventBatch batch(Envelope event) throws IOException {
        var bytes = new DataOutputSerializer(1024);
        new DigestedEventCodec(false).write(DigestedEvent.of(event, VolatileFields.DEFAULT), bytes);
        return new EventBatch(event.event().session(), bytes.getSharedBuffer(), bytes.length());
    }

    void tell(ControlRecord record) throws Exception {
        processElement2(new Instruction.OfControl(record), 0);
    }

    void tell(PatternRecord record) throws Exception {
        processElement2(new Instruction.OfPattern(record), 0);
    }

    void watermark(long kafkaTime) throws Exception {
        processBothWatermarks(new Watermark(kafkaTime));
    }

    /** The partitions that were looked at before give nothing for so long that they count as quiet. */
    void quiet() throws Exception {
        setProcessingTime(getProcessingTime() + ReachedTimes.QUIET.toMillis());
    }

    OperatorSubtaskState snapshot() throws Exception {
        snapshots++;
        return snapshot(snapshots, snapshots);
    }

    List<String> signals() {
        return extractOutputValues().stream().map(Json::text).toList();
    }

    <T> List<T> told(OutputTag<T> tag) {
        List<T> values = new ArrayList<>();
        var output = getSideOutput(tag);
        if (output != null) {
            output.forEach(record -> values.add(record.getValue()));
        }
        return values;
    }

    DetectSessions operator() {
        return (DetectSessions) (Object) getOperator();
    }

    int sessionsInCache() {
        return operator().sessionsInCache();
    }

    int sessionsInState() {
        KeyedStateBackend<SessionKey> backend = getOperator().getKeyedStateBackend();
        try (Stream<SessionKey> keys = backend.getKeys(StoredSessions.DESCRIPTOR.getName(), VoidNamespace.INSTANCE)) {
            return (int) keys.count();
        }
    }

    /** @return what the metric says, as a snapshot keeps it */
    long liveSessions() throws Exception {
        snapshot();
        return getOperator()
                .getOperatorStateBackend()
                .getListState(new ListStateDescriptor<>("live-sessions", Types.LONG))
                .get()
                .iterator()
                .next();
    }

    /** @return what lies in broadcast state, which is brought up to date at a snapshot alone */
    int entriesOf(MapStateDescriptor<Long, ?> descriptor) throws Exception {
        int entries = 0;
        for (var ignored : getOperator()
                .getOperatorStateBackend()
                .getBroadcastState(descriptor)
                .entries()) {
            entries++;
        }
        return entries;
    }
}
