package dev.ripcord.deploy.local;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.outcome.RootCause;
import dev.ripcord.deploy.patterns.PatternTopicWriter;
import dev.ripcord.jobs.GuardJob;
import dev.ripcord.jobs.kafka.TopicCreation;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.jobs.settings.SettingsReader;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Mode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The whole of Ripcord in this JVM: a broker, the topics, the patterns in force, and the guard on Flink. */
public final class LocalGuard implements AutoCloseable {
    private static final int EVENT_PARTITIONS = 4;
    private static final String ACTOR = "demo";

    private final LocalKafka kafka;
    private final LocalFlink flink;

    private LocalGuard(LocalKafka kafka, LocalFlink flink) {
        this.kafka = kafka;
        this.flink = flink;
    }

    /**
     * Returns when the guard is running; the patterns count for events from half a second after they were written.
     *
     * @param webPort of Flink's page; {@link LocalFlink#FREE_PORT} for any
     */
    public static LocalGuard start(List<Definition> enforced, int webPort) {
        LocalKafka kafka = LocalKafka.start();
        LocalFlink flink = null;
        try {
            createTopics(kafka.bootstrapServers());
            enforce(enforced, kafka.bootstrapServers());
            flink = LocalFlink.start(webPort);
            String bootstrapServers = kafka.bootstrapServers();
            flink.run(
                    GuardJob.NAME,
                    environment -> GuardJob.build(
                            environment,
                            SettingsReader.read(
                                    "--ripcord.kafka.bootstrap-servers", bootstrapServers,
                                    "--ripcord.start-from", "EARLIEST",
                                    "--ripcord.buffer-timeout", "0 ms",
                                    // Its agents run away one after the other, in one tenant: that is the show.
                                    "--ripcord.decisions.blast-radius", "0",
                                    "--ripcord.dead-letters.keep-content", "true")));
            return new LocalGuard(kafka, flink);
        } catch (RuntimeException failed) {
            if (flink != null) {
                flink.close();
            }
            kafka.close();
            throw failed;
        }
    }

    private static void createTopics(String bootstrapServers) {
        try {
            TopicCreation.createMissing(KafkaSettings.at(bootstrapServers).client(), EVENT_PARTITIONS, (short) 1);
        } catch (ExecutionException refused) {
            throw new IllegalStateException("the topics could not be created: " + RootCause.of(refused), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the topics were created", interrupted);
        }
    }

    private static void enforce(List<Definition> definitions, String bootstrapServers) {
        try (PatternTopicWriter writer = new PatternTopicWriter(KafkaSettings.at(bootstrapServers))) {
            for (Definition definition : definitions) {
                writer.publish(definition, ACTOR);
                writer.activate(definition, Mode.ENFORCE, Map.of(), ACTOR, "the demo shows what a halt is");
            }
        }
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Where Flink's page is. */
    public URI flinkAddress() {
        return flink.address();
    }

    @Override
    public void close() {
        try (kafka) {
            flink.close();
        }
    }
}
