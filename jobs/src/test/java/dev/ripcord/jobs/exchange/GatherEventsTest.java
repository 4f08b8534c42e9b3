package dev.ripcord.jobs.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.DigestedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When events go, and in what order with what else flows. */
final class GatherEventsTest {
    private static final long CHECKPOINT = 7;
    private static final long TIMEOUT = 10;

    private OneInputStreamOperatorTestHarness<DigestedEvent, EventBatch> harness;

    @BeforeEach
    void open() throws Exception {
        open(TIMEOUT);
    }

    private void open(long timeout) throws Exception {
        harness = new OneInputStreamOperatorTestHarness<>(new GatherEvents(operator -> new Receivers(1, 128), timeout));
        harness.setup(EventBatchSerializer.TYPE.createSerializer(null));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void anEventThatComesAloneGoesAtOnce() throws Exception {
        send(0);
        assertThat(sent()).containsExactly("0");
    }

    @Test
    void thoseThatComeSoonAfterGoTogetherWhenTheTimeIsOver() throws Exception {
        send(0);
        send(1);
        send(2);
        assertThat(sent()).containsExactly("0");
        harness.setProcessingTime(TIMEOUT);
        assertThat(sent()).containsExactly("0", "1 2");
    }

    @Test
    void anEventAfterAPauseGoesAtOnceAgain() throws Exception {
        send(0);
        harness.setProcessingTime(TIMEOUT);
        send(1);
        assertThat(sent()).containsExactly("0", "1");
    }

    @Test
    void withoutATimeEachGoesAtOnce() throws Exception {
        harness.close();
        open(0);
        send(0);
        send(1);
        assertThat(sent()).containsExactly("0", "1");
    }

    @Test
    void manyGoBeforeTheTimeIsOver() throws Exception {
        int events = 1_000;
        for (int offset = 0; offset < events; offset++) {
            send(offset);
        }
        harness.getOneInputOperator().finish();
        assertThat(sent()).hasSizeBetween(3, events / 10);
        assertThat(String.join(" ", sent()))
                .isEqualTo(String.join(
                        " ",
                        IntStream.range(0, events).mapToObj(String::valueOf).toList()));
    }

    @Test
    void nothingIsLeftBehindABarrierAWatermarkOrTheEnd() throws Exception {
        send(0);
        send(1);
        harness.prepareSnapshotPreBarrier(CHECKPOINT);
        assertThat(sent()).containsExactly("0", "1");
        send(2);
        harness.processWatermark(new Watermark(1));
        assertThat(sent()).containsExactly("0", "1", "2");
        assertThat(harness.getOutput()).last().isEqualTo(new Watermark(1));
        send(3);
        harness.getOneInputOperator().finish();
        assertThat(sent()).containsExactly("0", "1", "2", "3");
    }

    private void send(int offset) throws Exception {
        harness.processElement(new StreamRecord<>(SampleEvents.event("session", offset), offset));
    }

    /** @return of each batch the offsets of its events */
    private List<String> sent() throws Exception {
        List<String> batches = new ArrayList<>();
        for (EventBatch batch : harness.extractOutputValues()) {
            batches.add(String.join(" ", SampleEvents.offsets(batch)));
        }
        return batches;
    }
}
