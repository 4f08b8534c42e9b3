package dev.ripcord.jobs.heartbeat;

import dev.ripcord.signal.Heartbeat;
import dev.ripcord.topic.Position;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** The operator that beats, over a log that the test holds; its broker answers at once or not at all. */
final class Heart implements AutoCloseable {
    private final OneInputStreamOperatorTestHarness<Progress, Heartbeat> harness;
    private final Map<Integer, Ahead> ahead = new TreeMap<>();
    private LogState known = LogState.UNKNOWN;
    private boolean answers = true;

    private Heart(StartingPoint start) throws Exception {
        harness = new OneInputStreamOperatorTestHarness<>(new EmitHeartbeats(new EventLog() {
            @Override
            public Query open() {
                return (now, next) -> answer(now);
            }

            @Override
            public StartingPoint start() {
                return start;
            }
        }));
    }

    static Heart startedAt(long now, StartingPoint start) throws Exception {
        Heart heart = new Heart(start);
        heart.harness.setProcessingTime(now);
        heart.harness.open();
        return heart;
    }

    static Heart restoredAt(long now, OperatorSubtaskState state) throws Exception {
        Heart heart = new Heart(StartingPoint.BEGINNING);
        heart.harness.setProcessingTime(now);
        heart.harness.initializeState(state);
        heart.harness.open();
        return heart;
    }

    private LogState answer(long now) {
        known = answers ? new LogState(now, Map.copyOf(ahead)) : known;
        return known;
    }

    /** From now on the partition ends there, and nobody has looked what lies before. */
    Heart ends(int partition, long end) {
        return sees(partition, Ahead.unseen(0, end));
    }

    Heart sees(int partition, Ahead lying) {
        ahead.put(partition, lying);
        return this;
    }

    Heart brokerIsSilent() {
        answers = false;
        return this;
    }

    Heart reads(int partition, long offset, long kafkaTime) throws Exception {
        harness.processElement(new StreamRecord<>(new Progress(new Position(partition, offset), kafkaTime)));
        return this;
    }

    /** @return what it says then, by partition */
    List<Heartbeat> beatsAt(long now) throws Exception {
        harness.setProcessingTime(now);
        Map<Integer, Heartbeat> latest = new TreeMap<>();
        harness.extractOutputValues().forEach(beat -> latest.put(beat.partition(), beat));
        harness.getOutput().clear();
        return List.copyOf(latest.values());
    }

    /** @return what it says then of the only partition */
    Long lagMillisAt(long now) throws Exception {
        List<Heartbeat> beats = beatsAt(now);
        if (beats.size() != 1) {
            throw new AssertionError("one partition was meant, there are " + beats);
        }
        return beats.get(0).lagMillis();
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
