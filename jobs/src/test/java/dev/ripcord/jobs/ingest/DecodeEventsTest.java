package dev.ripcord.jobs.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.VolatileFields;
import dev.ripcord.signal.DeadLetter;
import dev.ripcord.topic.Position;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DecodeEventsTest {
    private static final String EVENT = "{\"event_type\":\"message\",\"session_id\":\"s\",\"agent_id\":\"a\","
            + "\"timestamp\":1700000000,\"payload\":{\"content\":\"hi\"},\"shoe_size\":43}";

    @Test
    void anEventKeepsItsPlaceItsTimeAndItsBytes() throws Exception {
        try (var harness = harness(false)) {
            harness.processElement(new StreamRecord<>(raw(7, EVENT.getBytes(UTF_8))));

            DigestedEvent event = harness.extractOutputValues().get(0);
            assertThat(event.position()).isEqualTo(new Position(0, 7));
            assertThat(event.kafkaTime()).isEqualTo(1_700_000_000_500L);
            assertThat(new String(event.bytes(), UTF_8)).isEqualTo(EVENT);
            assertThat(harness.getSideOutput(DecodeEvents.DEAD)).isNull();
        }
    }

    @Test
    void poisonBecomesADeadLetterThatSaysWhyAndWhere() throws Exception {
        try (var harness = harness(false)) {
            harness.processElement(new StreamRecord<>(raw(3, "not json".getBytes(UTF_8))));
            harness.processElement(new StreamRecord<>(raw(4, null)));
            harness.processElement(new StreamRecord<>(raw(5, new byte[] {(byte) 0xff, (byte) 0xfe})));
            harness.processElement(new StreamRecord<>(raw(6, "{\"event_type\":\"message\"}".getBytes(UTF_8))));

            assertThat(harness.extractOutputValues()).isEmpty();
            assertThat(dead(harness))
                    .extracting(letter -> letter.position().offset())
                    .containsExactly(3L, 4L, 5L, 6L);
            assertThat(dead(harness)).allSatisfy(letter -> {
                assertThat(letter.reasons()).isNotEmpty();
                assertThat(letter.content()).isNull();
                assertThat(letter.sha256()).hasSize(64);
            });
            assertThat(dead(harness).get(3).reasons()).hasSize(4);
        }
    }

    @Test
    void contentGoesAlongWherePolicyKeepsItAndNoMoreThanTheCap() throws Exception {
        byte[] large = "x".repeat(DeadLetters.MAX_CONTENT_BYTES + 1).getBytes(UTF_8);
        try (var harness = harness(true)) {
            harness.processElement(new StreamRecord<>(raw(1, large)));

            DeadLetter letter = dead(harness).get(0);
            assertThat(letter.size()).isEqualTo(large.length);
            assertThat(Base64.getDecoder().decode(letter.content())).hasSize(DeadLetters.MAX_CONTENT_BYTES);
        }
    }

    private static RawRecord raw(long offset, byte[] value) {
        return new RawRecord(new Position(0, offset), 1_700_000_000_500L, value);
    }

    private static List<DeadLetter> dead(OneInputStreamOperatorTestHarness<RawRecord, DigestedEvent> harness) {
        List<DeadLetter> letters = new ArrayList<>();
        harness.getSideOutput(DecodeEvents.DEAD).forEach(record -> letters.add(record.getValue()));
        return letters;
    }

    private static OneInputStreamOperatorTestHarness<RawRecord, DigestedEvent> harness(boolean keepContent)
            throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new DecodeEvents(new DeadLetters(keepContent), VolatileFields.DEFAULT)),
                RawRecordSerializer.INSTANCE);
        harness.open();
        return harness;
    }
}
