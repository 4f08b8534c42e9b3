package dev.ripcord.jobs.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.streaming.api.operators.StreamFlatMap;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ReadAcknowledgementsTest {
    private static final String GOOD =
            "{\"schema_version\":1,\"halt_id\":\"h\",\"scope\":{\"kind\":\"global\"},\"tenant_id\":\"default\","
                    + "\"session_id\":\"s\",\"status\":\"stopped\",\"at\":1}";
    private static final String OWN = "{\"kind\":\"session\",\"tenant\":\"default\",\"id\":\"s\"}";

    @Test
    void whatIsNoAcknowledgementIsPassedOverAndTheNextIsRead() throws Exception {
        try (var harness = new OneInputStreamOperatorTestHarness<AcknowledgementRecord, News>(
                new StreamFlatMap<>(new ReadAcknowledgements()))) {
            harness.setup(NewsSerializer.TYPE.createSerializer(
                    harness.getExecutionConfig().getSerializerConfig()));
            harness.open();
            String[] values = {
                "{",
                "null",
                "[]",
                "{}",
                GOOD.replace("stopped", "dunno"),
                GOOD.replace("\"h\"", "\"" + "h".repeat(129) + "\""),
                GOOD.replace("{\"kind\":\"global\"}", "{\"kind\":\"session\",\"tenant\":\"a\"}"),
                GOOD + " ".repeat(70_000),
                GOOD
            };
            for (String value : values) {
                harness.processElement(record(value.getBytes(UTF_8)));
            }
            harness.processElement(record(null));

            assertThat(harness.extractOutputValues())
                    .extracting(News::scopeKey)
                    .as("for who follows the halt, and for who follows the session")
                    .containsExactly("global", "session/default/s");
            harness.processElement(
                    record(GOOD.replace("{\"kind\":\"global\"}", OWN).getBytes(UTF_8)));
            assertThat(harness.extractOutputValues()).element(2).isInstanceOf(News.OfAcknowledgement.class);
            assertThat(harness.extractOutputValues()).hasSize(3);
        }
    }

    private static StreamRecord<AcknowledgementRecord> record(byte[] value) {
        return new StreamRecord<>(new AcknowledgementRecord("default/s", value, 7, 1));
    }
}
