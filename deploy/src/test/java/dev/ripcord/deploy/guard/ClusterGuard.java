package dev.ripcord.deploy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.cluster.StandaloneCluster;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.events.EventProducer;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.PatternTopicWriter;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Mode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A broker, a cluster of separate processes, and the shipped jar on it as the README submits it, with RocksDB. */
final class ClusterGuard implements AutoCloseable {
    private final LocalKafka kafka;
    private final StandaloneCluster cluster;
    private final EventProducer events;

    private ClusterGuard(LocalKafka kafka, StandaloneCluster cluster) {
        this.kafka = kafka;
        this.cluster = cluster;
        this.events = new EventProducer(KafkaSettings.at(kafka.bootstrapServers()));
    }

    /**
     * Enforces identical-call alone.
     *
     * @param directory for the cluster's files and its checkpoints
     * @param checkpointInterval as Flink writes durations
     */
    static ClusterGuard start(Path directory, String checkpointInterval) throws Exception {
        ClusterGuard guard = new ClusterGuard(
                LocalKafka.start(),
                StandaloneCluster.start(
                        Path.of(System.getProperty("ripcord.flink.lib")), directory.resolve("cluster"), Map.of()));
        Topics.create(guard.bootstrapServers());
        guard.enforceIdenticalCall();
        guard.submit(checkpointInterval, directory.resolve("checkpoints"));
        return guard;
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** @return {@code HOST:PORT} of the cluster's REST API */
    String cluster() {
        return cluster.address().getAuthority();
    }

    void send(String session, List<byte[]> log) {
        log.forEach(event -> events.send(session, event));
    }

    /** Ends the TaskManager as a machine that loses power would, and starts another. */
    void loseTaskManager() throws Exception {
        cluster.killTaskManager();
        cluster.startTaskManager();
    }

    private void submit(String checkpointInterval, Path checkpoints) {
        CommandRun run = CommandRun.of(
                "submit",
                "--cluster",
                cluster(),
                "--bootstrap",
                bootstrapServers(),
                "--setting",
                "ripcord.start-from=EARLIEST",
                "--setting",
                "ripcord.state.backend=ROCKSDB",
                "--setting",
                "ripcord.checkpoint.interval=" + checkpointInterval,
                "--setting",
                "ripcord.checkpoint.directory=" + checkpoints.toUri());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    }

    private void enforceIdenticalCall() {
        Definition definition = DefinitionReader.read(
                        List.of(Path.of(System.getProperty("ripcord.home"), "patterns/library/identical-call.yaml")))
                .definitions()
                .get(0);
        try (PatternTopicWriter writer = new PatternTopicWriter(KafkaSettings.at(bootstrapServers()))) {
            writer.publish(definition, "test");
            writer.activate(definition, Mode.ENFORCE, Map.of(), "test", null);
        }
    }

    @Override
    public void close() {
        events.close();
        cluster.close();
        kafka.close();
    }
}
