package dev.ripcord.jobs.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ripcord.jobs.ingest.RawRecord;
import dev.ripcord.signal.Heartbeat;
import dev.ripcord.topic.Position;
import java.util.Map;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    @Test
    void theHeartBeatsAlsoWhereNothingWasReadYet() throws Exception {
        try (var harness = heartbeats(Map.of(0, 12L, 1, 0L))) {
            harness.setProcessingTime(1_000);

            assertThat(harness.extractOutputValues())
                    .extracting(Heartbeat::partition, Heartbeat::offset, Heartbeat::lagRecords)
                    .containsExactly(tuple(0, -1L, null), tuple(1, -1L, null));
        }
    }

    @Test
    void lagIsWhatLiesBetweenTheLatestEventAndTheEnd() throws Exception {
        try (var harness = heartbeats(Map.of(0, 12L, 1, 5L))) {
            harness.processElement(new StreamRecord<>(new Progress(new Position(0, 9), 400)));
            harness.processElement(new StreamRecord<>(new Progress(new Position(1, 4), 700)));
            harness.setProcessingTime(1_000);

            assertThat(harness.extractOutputValues())
                    .containsExactly(
                            new Heartbeat(1, 0, 9, 400L, 2L, 600L, 1_000), new Heartbeat(1, 1, 4, 700L, 0L, 0L, 1_000));
        }
    }

    @Test
    void aBrokerThatDoesNotAnswerLeavesTheLagUnknown() throws Exception {
        try (var harness = heartbeats(Map.of())) {
            harness.processElement(new StreamRecord<>(new Progress(new Position(2, 9), 400)));
            harness.setProcessingTime(1_000);

            assertThat(harness.extractOutputValues()).containsExactly(new Heartbeat(1, 2, 9, 400L, null, null, 1_000));
        }
    }

    @Test
    void progressIsToldOncePerPartitionAndOnlyWhereItChanged() throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<RawRecord, Progress>(new ReportProgress());
        try (harness) {
            harness.open();
            harness.processElement(new StreamRecord<>(new RawRecord(new Position(0, 1), 10, null)));
            harness.processElement(new StreamRecord<>(new RawRecord(new Position(0, 2), 20, null)));
            harness.setProcessingTime(250);
            harness.setProcessingTime(500);

            assertThat(harness.extractOutputValues()).containsExactly(new Progress(new Position(0, 2), 20));
        }
    }

    private static OneInputStreamOperatorTestHarness<Progress, Heartbeat> heartbeats(Map<Integer, Long> ends)
            throws Exception {
        EndOffsets known = () -> () -> ends;
        var harness = new OneInputStreamOperatorTestHarness<Progress, Heartbeat>(new EmitHeartbeats(known));
        harness.setProcessingTime(0);
        harness.open();
        return harness;
    }
}
