package dev.ripcord.deploy.bench.kafka;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.bench.engine.JobSettings;
import dev.ripcord.deploy.bench.engine.StateFiles;
import dev.ripcord.deploy.bench.patterns.BenchPatterns;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.local.LocalFlink;
import dev.ripcord.deploy.topics.TopicSetup;
import dev.ripcord.jobs.GuardJob;
import dev.ripcord.jobs.settings.SettingsReader;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.flink.core.execution.JobClient;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A broker with all topics, and Flink beside it, in this process. */
final class KafkaStand implements AutoCloseable {
    private static final int PARTITIONS = 4;

    private final LocalKafka broker;
    private final LocalFlink flink;
    private final StateFiles files;

    private KafkaStand(LocalKafka broker, LocalFlink flink, StateFiles files) {
        this.broker = broker;
        this.flink = flink;
        this.files = files;
    }

    static KafkaStand start() throws IOException, ExecutionException, InterruptedException {
        var broker = LocalKafka.start();
        try {
            TopicSetup.createMissing(KafkaAddress.of(broker.bootstrapServers()), PARTITIONS, (short) 1);
            var flink = LocalFlink.start(LocalFlink.FREE_PORT, JobSettings.ofCluster());
            return new KafkaStand(broker, flink, StateFiles.create());
        } catch (IOException | ExecutionException | InterruptedException | RuntimeException failed) {
            broker.close();
            throw failed;
        }
    }

    KafkaAddress kafka() {
        return KafkaAddress.of(broker.bootstrapServers());
    }

    LocalFlink flink() {
        return flink;
    }

    StateFiles files() {
        return files;
    }

    /** Puts the patterns in force, for all events. */
    void enforce(BenchPatterns patterns) {
        try (var producer = kafka().producer()) {
            for (var record : patterns.records()) {
                producer.send(new ProducerRecord<>(
                        Topic.PATTERNS.topicName(), record.key().getBytes(StandardCharsets.UTF_8), record.value()));
            }
            producer.flush();
        }
    }

    /** Starts GuardJob with its own settings, from the first event on. */
    JobClient guard(String name, Duration checkpoints, Duration bufferTimeout) {
        var settings = SettingsReader.read(
                "--ripcord.kafka.bootstrap-servers",
                broker.bootstrapServers(),
                "--ripcord.start-from",
                "EARLIEST",
                "--ripcord.state.backend",
                "ROCKSDB",
                "--ripcord.buffer-timeout",
                bufferTimeout.toMillis() + " ms",
                "--ripcord.checkpoint.interval",
                checkpoints.toMillis() + " ms",
                "--ripcord.checkpoint.directory",
                files.checkpoints().toUri().toString());
        return flink.run(name, environment -> GuardJob.build(environment, settings));
    }

    @Override
    public void close() {
        try (broker;
                files) {
            flink.close();
        }
    }
}
