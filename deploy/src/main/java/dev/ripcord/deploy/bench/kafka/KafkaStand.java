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
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A broker with all topics, and Flink beside it, in this process. */
public final class KafkaStand implements AutoCloseable {
    private static final int PARTITIONS = 4;

    private final LocalKafka broker;
    private final LocalFlink flink;
    private final StateFiles files;

    private KafkaStand(LocalKafka broker, LocalFlink flink, StateFiles files) {
        this.broker = broker;
        this.flink = flink;
        this.files = files;
    }

    public static KafkaStand start() throws IOException, ExecutionException, InterruptedException {
        var broker = LocalKafka.start();
        try {
            var files = StateFiles.create();
            TopicSetup.createMissing(KafkaAddress.of(broker.bootstrapServers()), PARTITIONS, (short) 1);
            var flink = LocalFlink.start(LocalFlink.FREE_PORT, settings(files));
            return new KafkaStand(broker, flink, files);
        } catch (IOException | ExecutionException | InterruptedException | RuntimeException failed) {
            broker.close();
            throw failed;
        }
    }

    private static Configuration settings(StateFiles files) {
        var settings = JobSettings.ofCluster();
        settings.set(RocksDBOptions.LOCAL_DIRECTORIES, files.rocksdb().toString());
        return settings;
    }

    public KafkaAddress kafka() {
        return KafkaAddress.of(broker.bootstrapServers());
    }

    public LocalFlink flink() {
        return flink;
    }

    public StateFiles files() {
        return files;
    }

    /** Puts the patterns in force, for all events. */
    public void enforce(BenchPatterns patterns) {
        try (var producer = kafka().producer()) {
            for (var record : patterns.records()) {
                producer.send(new ProducerRecord<>(
                        Topic.PATTERNS.topicName(), record.key().getBytes(StandardCharsets.UTF_8), record.value()));
            }
            producer.flush();
        }
    }

    /**
     * Starts GuardJob with its own settings, from the first event on.
     *
     * @param further settings, each a key and its value
     */
    public JobClient guard(String name, Duration checkpoints, Duration bufferTimeout, String... further) {
        var settings = SettingsReader.read(Stream.concat(settings(checkpoints, bufferTimeout), Stream.of(further))
                .toArray(String[]::new));
        return flink.run(name, environment -> GuardJob.build(environment, settings));
    }

    private Stream<String> settings(Duration checkpoints, Duration bufferTimeout) {
        return Stream.of(
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
    }

    @Override
    public void close() {
        try (broker;
                files) {
            flink.close();
        }
    }
}
