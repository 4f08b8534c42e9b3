package dev.ripcord.deploy.local;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient.JobFinalizationBehavior;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** An environment whose jobs run on a cluster that is there already; Flink's own local one makes a cluster per job. */
@SuppressWarnings("try") // Flink's own close() says "throws Exception".
final class LocalEnvironment extends StreamExecutionEnvironment {
    private final MiniCluster cluster;

    LocalEnvironment(MiniCluster cluster, Configuration jobDefaults) {
        super(new Configuration(jobDefaults));
        this.cluster = cluster;
    }

    @Override
    public JobClient executeAsync(StreamGraph graph) throws Exception {
        var submitted = cluster.submitJob(graph).get();
        return new MiniClusterJobClient(
                submitted.getJobID(), cluster, getUserClassloader(), JobFinalizationBehavior.NOTHING);
    }
}
