package dev.ripcord.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.jobs.settings.SettingsReader;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.runtime.partitioner.ForwardPartitioner;
import org.junit.jupiter.api.Test;

/** The guard as Flink plans it. */
class GuardTopologyTest {
    /** Where something may wait, Flink has a thread in each subtask that wakes up every time that it may have waited. */
    @Test
    void nothingWaitsForCompanyInFlinksBuffers() {
        List<StreamEdge> exchanges =
                planned().stream().filter(GuardTopologyTest::isExchange).toList();

        assertThat(exchanges)
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(edge -> assertThat(edge.getBufferTimeout())
                        .as("buffer timeout of %s", edge)
                        .isZero());
    }

    /** Behind what decides, which is one for all, a cluster may be told to chain nothing. */
    private static boolean isExchange(StreamEdge edge) {
        return !(edge.getPartitioner() instanceof ForwardPartitioner)
                || edge.toString().contains("(decide");
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
