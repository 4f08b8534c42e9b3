package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.heartbeat.EndOffsets;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker where {@code agent.events} ends, on the admin client's thread. */
public record KafkaEndOffsets(KafkaSettings kafka) implements EndOffsets {
    @Override
    public Query open() {
        return new Asking(Admin.create(kafka.client()));
    }

    private static final class Asking implements Query {
        private final Admin admin;
        private volatile Map<Integer, Long> known = Map.of();

        private Asking(Admin admin) {
            this.admin = admin;
        }

        @Override
        public Map<Integer, Long> refresh() {
            String topic = Topic.EVENTS.topicName();
            admin.describeTopics(List.of(topic)).topicNameValues().get(topic).whenComplete((description, failure) -> {
                if (failure == null) {
                    listOffsets(description);
                } else {
                    known = Map.of();
                }
            });
            return known;
        }

        private void listOffsets(TopicDescription description) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            description
                    .partitions()
                    .forEach(partition -> latest.put(
                            new TopicPartition(description.name(), partition.partition()), OffsetSpec.latest()));
            admin.listOffsets(latest)
                    .all()
                    .whenComplete((offsets, failure) -> known = failure == null ? byPartition(offsets) : Map.of());
        }

        private static Map<Integer, Long> byPartition(Map<TopicPartition, ListOffsetsResultInfo> offsets) {
            Map<Integer, Long> ends = new HashMap<>();
            offsets.forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
            return Map.copyOf(ends);
        }

        @Override
        public void close() {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
