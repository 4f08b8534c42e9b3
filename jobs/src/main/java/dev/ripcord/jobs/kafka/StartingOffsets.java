package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.heartbeat.StartingPoint;
import dev.ripcord.jobs.settings.GuardOptions.StartFrom;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Where a job without state begins to read {@code agent.events}.
 *
 * <p>"The latest" is asked for once, where the job is submitted, and written into the job. Flink's own initializer asks
 * whenever a job without a checkpoint starts: one that fails before its first checkpoint would go on at a later end,
 * and nobody would have judged what came in between. Partitions that are not there yet are read from their beginning.
 */
public final class StartingOffsets {
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(30).toMillis();

    private StartingOffsets() {}

    /** @throws IllegalStateException where the broker cannot be asked; the message says what else can be done */
    public static StartingPoint of(KafkaSettings kafka, StartFrom startFrom) {
        return switch (startFrom) {
            case EARLIEST -> StartingPoint.BEGINNING;
            case LATEST -> latest(kafka);
        };
    }

    static OffsetsInitializer initializer(StartingPoint start) {
        if (start.takenAt() == null) {
            return OffsetsInitializer.earliest();
        }
        Map<TopicPartition, Long> next = new HashMap<>();
        start.next()
                .forEach((partition, offset) ->
                        next.put(new TopicPartition(Topic.EVENTS.topicName(), partition), offset));
        return OffsetsInitializer.offsets(next);
    }

    private static StartingPoint latest(KafkaSettings kafka) {
        // Before the brokers are asked: what comes meanwhile may lie behind the ends.
        long takenAt = WallClock.SYSTEM.millis();
        return new StartingPoint(ends(kafka), takenAt);
    }

    private static Map<Integer, Long> ends(KafkaSettings kafka) {
        Properties client = kafka.client();
        client.put("default.api.timeout.ms", Integer.toString(PATIENCE_MILLIS));
        client.put("request.timeout.ms", Integer.toString(PATIENCE_MILLIS));
        try (Admin admin = Admin.create(client)) {
            return ends(admin);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                // Nothing has been written to it yet, so that its beginning is its end.
                return Map.of();
            }
            throw new IllegalStateException(
                    "cannot ask the brokers at " + kafka.bootstrapServers() + " where " + Topic.EVENTS.topicName()
                            + " ends; the job must be submitted from where they can be reached, or start from EARLIEST",
                    failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking where events end", interrupted);
        }
    }

    private static Map<Integer, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        String topic = Topic.EVENTS.topicName();
        TopicDescription description = admin.describeTopics(List.of(topic))
                .topicNameValues()
                .get(topic)
                .get();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (TopicPartitionInfo partition : description.partitions()) {
            latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest());
        }
        Map<Integer, Long> ends = new HashMap<>();
        admin.listOffsets(latest)
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return Map.copyOf(ends);
    }
}
