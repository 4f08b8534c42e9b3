package dev.ripcord.deploy.guard;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import dev.ripcord.topic.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shipped job jar on a cluster of separate processes, submitted as the README says, with RocksDB. */
@Timeout(240)
class GuardOnClusterIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void aKilledTaskManagerLosesNoHalfMatchedSession(@TempDir Path directory) throws Exception {
        try (LocalKafka kafka = LocalKafka.start();
                StandaloneCluster cluster = StandaloneCluster.start(
                        Path.of(System.getProperty("ripcord.flink.lib")), directory.resolve("cluster"), Map.of());
                EventProducer events = new EventProducer(KafkaSettings.at(kafka.bootstrapServers()));
                TopicReader halts = new TopicReader(kafka.bootstrapServers(), Topic.HALTS);
                TopicReader sessions = new TopicReader(kafka.bootstrapServers(), Topic.SESSIONS)) {
            Topics.create(kafka.bootstrapServers());
            enforceIdenticalCall(kafka.bootstrapServers());
            Path checkpoints = directory.resolve("checkpoints");
            submit(cluster, kafka, checkpoints);
            List<byte[]> loop = session("invoice-9")
                    .repeats(4, call("stripe_api.get_status", "{ref: obj_1288}"), result("{state: pending_review}"))
                    .json();

            loop.subList(0, 7).forEach(event -> events.send("invoice-9", event));
            await().atMost(PATIENCE)
                    .until(() -> sessions.all().stream()
                            .anyMatch(summary -> summary.path("steps").asInt() == 7));
            await().atMost(PATIENCE).until(() -> Files.exists(checkpoints));
            cluster.killTaskManager();
            cluster.startTaskManager();
            loop.subList(7, 8).forEach(event -> events.send("invoice-9", event));

            await().atMost(PATIENCE).until(() -> !halts.all().isEmpty());
            assertThat(halts.all()).hasSize(1);
            assertThat(halts.all().get(0).at("/scope/id").asText()).isEqualTo("invoice-9");
            assertThat(halts.all().get(0).at("/values/outcome.in_a_row").asInt())
                    .isEqualTo(4);
        }
    }

    private static void submit(StandaloneCluster cluster, LocalKafka kafka, Path checkpoints) {
        CommandRun run = CommandRun.of(
                "submit",
                "--cluster",
                cluster.address().getAuthority(),
                "--bootstrap",
                kafka.bootstrapServers(),
                "--setting",
                "ripcord.start-from=EARLIEST",
                "--setting",
                "ripcord.state.backend=ROCKSDB",
                "--setting",
                "ripcord.checkpoint.interval=1 s",
                "--setting",
                "ripcord.checkpoint.directory=" + checkpoints.toUri());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    }

    private static void enforceIdenticalCall(String bootstrapServers) {
        Definition definition = DefinitionReader.read(
                        List.of(Path.of(System.getProperty("ripcord.home"), "patterns/library/identical-call.yaml")))
                .definitions()
                .get(0);
        try (PatternTopicWriter writer = new PatternTopicWriter(KafkaSettings.at(bootstrapServers))) {
            writer.publish(definition, "test");
            writer.activate(definition, Mode.ENFORCE, Map.of(), "test", null);
        }
    }
}
