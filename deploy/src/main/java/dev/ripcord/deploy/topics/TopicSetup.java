package dev.ripcord.deploy.topics;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.jobs.kafka.TopicCreation;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Makes the topics that are missing. */
public final class TopicSetup {
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private TopicSetup() {}

    /**
     * @param partitions of {@code agent.events}
     * @param replication -1 for the brokers' default
     * @return the topics that were created, once the brokers know of them
     */
    public static List<Topic> createMissing(KafkaAddress kafka, int partitions, short replication)
            throws ExecutionException, InterruptedException {
        var created = TopicCreation.createMissing(kafka.settings().client(), partitions, replication);
        var names = created.stream().map(Topic::topicName).toList();
        long deadline = WallClock.SYSTEM.millis() + PATIENCE_MILLIS;
        // The controller says that a topic is created a moment before every broker has heard of it.
        while (!kafka.topics("the topics are created").containsAll(names) && WallClock.SYSTEM.millis() < deadline) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        }
        return created;
    }
}
