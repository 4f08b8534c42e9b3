package dev.ripcord.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.jobs.settings.SettingsReader;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.junit.jupiter.api.Test;

/** The guard as Flink plans it. */
class GuardTopologyTest {
    /** Where something may wait, Flink has a thread in each subtask that wakes up every time that it may have waited. */
    @Test
    void nothingWaitsForCompanyInFlinksBuffers() {
        assertThat(planned())
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(edge -> assertThat(edge.getBufferTimeout())
                        .as("buffer timeout of %s", edge)
                        .isZero());
    }

    private static List<StreamEdge> planned() {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(4);
        GuardJob.build(
                environment,
                SettingsReader.read(
                        "--ripcord.kafka.bootstrap-servers", "nowhere:1", "--ripcord.start-from", "earliest"));
        return environment.getStreamGraph(false).getStreamNodes().stream()
                .flatMap(node -> node.getOutEdges().stream())
                .toList();
    }
}
