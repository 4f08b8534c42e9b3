package dev.ripcord.jobs.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.jobs.ingest.DigestedEventSerializer;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** How events come to the subtask that keeps their sessions, as Flink plans it. */
final class SessionExchangeTest {
    /** After a rescale a batch that was kept on its way could belong to two subtasks. */
    @Test
    void noBatchIsKeptOnItsWayByAnUnalignedCheckpoint() {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.getCheckpointConfig().enableUnalignedCheckpoints();
        detection(environment);
        StreamGraph graph = environment.getStreamGraph(false);
        assertThat(detect(graph).getInEdges()).hasSize(2).noneMatch(StreamEdge::supportsUnalignedCheckpoints);
    }

    private static StreamNode detect(StreamGraph graph) {
        return graph.getStreamNodes().stream()
                .filter(node -> node.getOperatorName().equals("detect"))
                .findFirst()
                .orElseThrow();
    }

    private static void detection(StreamExecutionEnvironment environment) {
        var numbers =
                environment.fromSource(new NumberSequenceSource(0, 0), WatermarkStrategy.noWatermarks(), "numbers");
        var events = numbers.map(number -> (DigestedEvent) null, DigestedEventSerializer.TYPE);
        var instructions = numbers.map(number -> (Instruction) null, InstructionSerializer.TYPE);
        SavepointOfDetection.detect(events, instructions);
    }
}
