package dev.ripcord.jobs.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.jobs.ingest.RawRecord;
import dev.ripcord.topic.Position;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ReportProgressTest {
    private final OneInputStreamOperatorTestHarness<RawRecord, Progress> harness;

    ReportProgressTest() throws Exception {
        harness = new OneInputStreamOperatorTestHarness<>(new ReportProgress());
    }

    @Test
    void progressIsToldOncePerPartitionAndOnlyWhereItChanged() throws Exception {
        try (harness) {
            harness.open();
            reads(1, 10);
            reads(2, 20);
            harness.setProcessingTime(250);
            harness.setProcessingTime(500);

            assertThat(harness.extractOutputValues()).containsExactly(new Progress(new Position(0, 2), 20));
        }
    }

    /** The source goes on behind it after a failure: nobody would tell of it again. */
    @Test
    void whatWasReadIsToldBeforeTheCheckpointThatHoldsIt() throws Exception {
        try (harness) {
            harness.open();
            reads(1, 10);
            harness.prepareSnapshotPreBarrier(7);

            assertThat(harness.extractOutputValues()).containsExactly(new Progress(new Position(0, 1), 10));
        }
    }

    private void reads(long offset, long kafkaTime) throws Exception {
        harness.processElement(new StreamRecord<>(new RawRecord(new Position(0, offset), kafkaTime, null)));
    }
}
