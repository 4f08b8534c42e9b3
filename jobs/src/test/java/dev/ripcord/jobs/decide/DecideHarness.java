package dev.ripcord.jobs.decide;

import dev.ripcord.decision.DecidedSignal;
import dev.ripcord.decision.DecisionLimits;
import dev.ripcord.decision.GivenSignal;
import dev.ripcord.decision.HaltWrite;
import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.control.ControlRecords;
import dev.ripcord.jobs.control.ControlTrust;
import dev.ripcord.jobs.detect.ControlInput;
import dev.ripcord.jobs.serialization.JsonSerializer;
import dev.ripcord.signal.Violation;
import dev.ripcord.topic.SessionKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The operator between news and what it writes, whose topic of halts comes back when a test says so. */
final class DecideHarness implements AutoCloseable {
    private final KeyedOneInputStreamOperatorTestHarness<String, News, DecidedSignal> harness;
    private final AtomicLong wallClock = new AtomicLong(GivenSignal.NOW);
    private long offset;

    private DecideHarness(DecisionLimits limits, ControlTrust trust, List<ControlRecord> standing) throws Exception {
        ControlInput input = new ControlInput(() -> standing, trust, Duration.ofSeconds(2));
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DecideHalts(limits, input, wallClock::get)),
                News::scopeKey,
                Types.STRING);
        harness.setup(JsonSerializer.typeOf(DecidedSignal.class)
                .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
        harness.setProcessingTime(GivenSignal.NOW);
        offset = standing.size();
    }

    static DecideHarness start() throws Exception {
        return start(DecisionLimits.DEFAULT, ControlTrust.THE_TOPIC, List.of(), null);
    }

    /** @param snapshot null for a first start */
    static DecideHarness start(
            DecisionLimits limits, ControlTrust trust, List<ControlRecord> standing, OperatorSubtaskState snapshot)
            throws Exception {
        return start(limits, trust, standing, snapshot, GivenSignal.NOW);
    }

    /** @param now what the machine's clock says at the start */
    static DecideHarness start(
            DecisionLimits limits,
            ControlTrust trust,
            List<ControlRecord> standing,
            OperatorSubtaskState snapshot,
            long now)
            throws Exception {
        DecideHarness started = new DecideHarness(limits, trust, standing);
        started.processingTime(now);
        if (snapshot != null) {
            started.harness.initializeState(snapshot);
        }
        started.harness.open();
        return started;
    }

    DecideHarness hears(GivenSignal signal) throws Exception {
        return hears(new News.OfSignal(signal.signal()), signal.kafkaTime());
    }

    DecideHarness hears(Violation violation) throws Exception {
        return hears(new News.OfViolation(violation), violation.kafkaTime());
    }

    DecideHarness hears(HaltRecord record, long kafkaTime) throws Exception {
        return hears(ControlRecords.at(offset++, kafkaTime, record));
    }

    DecideHarness hears(ControlRecord record) throws Exception {
        return hears(new News.OfControl(record), record.kafkaTime());
    }

    DecideHarness acknowledges(GivenSignal signal, Acknowledgement.Status status, long kafkaTime) throws Exception {
        Acknowledgement said = new Acknowledgement(
                1,
                signal.id(),
                signal.scope(),
                SessionKey.DEFAULT_TENANT,
                signal.session(),
                null,
                status,
                null,
                null,
                kafkaTime);
        return hears(new News.OfAcknowledgement(said, kafkaTime), kafkaTime);
    }

    private DecideHarness hears(News news, long kafkaTime) throws Exception {
        // As it arrives: written by one task and read by another.
        var serializer = NewsSerializer.TYPE.createSerializer(
                harness.getExecutionConfig().getSerializerConfig());
        var target = new DataOutputSerializer(256);
        serializer.serialize(news, target);
        var source = new DataInputDeserializer(target.getCopyOfBuffer());
        harness.processElement(new StreamRecord<>(serializer.deserialize(source), kafkaTime));
        return this;
    }

    /** What the machine's clock says from now on. */
    DecideHarness processingTime(long now) throws Exception {
        wallClock.set(now);
        harness.setProcessingTime(now);
        return this;
    }

    DecideHarness watermark(long kafkaTime) throws Exception {
        harness.processWatermark(kafkaTime);
        return this;
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    List<DecidedSignal> told() {
        return harness.extractOutputValues();
    }

    List<HaltWrite> written() {
        List<HaltWrite> written = new ArrayList<>();
        var output = harness.getSideOutput(DecideHalts.HALTS);
        if (output != null) {
            output.forEach(record -> written.add(record.getValue()));
        }
        return written;
    }

    List<Halt> halts() {
        return written().stream()
                .map(HaltWrite::record)
                .filter(Halt.class::isInstance)
                .map(Halt.class::cast)
                .toList();
    }

    List<String> patternsTold() {
        return told().stream().map(one -> one.signal().pattern().id()).toList();
    }

    int stateEntries() {
        return harness.numKeyedStateEntries();
    }

    int timers() {
        return harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
