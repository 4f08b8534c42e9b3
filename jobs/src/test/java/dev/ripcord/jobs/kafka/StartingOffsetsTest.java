package dev.ripcord.jobs.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.jobs.settings.GuardOptions.StartFrom;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer.PartitionOffsetsRetriever;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class StartingOffsetsTest {
    private static final TopicPartition FIRST = new TopicPartition(Topic.EVENTS.topicName(), 0);
    private static final TopicPartition SECOND = new TopicPartition(Topic.EVENTS.topicName(), 1);

    /** Flink starts a job without a checkpoint as if it were new; what came since it was submitted must be judged. */
    @Test
    void theLatestIsThatOfTheSubmissionHoweverOftenTheJobStarts() throws Exception {
        try (LocalKafka broker = LocalKafka.start()) {
            KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
            TopicCreation.createMissing(kafka.client(), 2, (short) 1);
            send(kafka, 3);
            OffsetsInitializer latest = latest(kafka);
            send(kafka, 2);

            assertThat(latest.getPartitionOffsets(List.of(FIRST, SECOND), new Ends(5)))
                    .isEqualTo(Map.of(FIRST, 3L, SECOND, 0L));
        }
    }

    @Test
    void aTopicThatIsNotThereYetIsReadFromItsBeginning() throws Exception {
        try (LocalKafka broker = LocalKafka.start()) {
            OffsetsInitializer latest = latest(KafkaSettings.at(broker.bootstrapServers()));
            assertThat(latest.getPartitionOffsets(List.of(FIRST), new Ends(5))).isEqualTo(Map.of(FIRST, 0L));
        }
    }

    private static OffsetsInitializer latest(KafkaSettings kafka) {
        return StartingOffsets.initializer(StartingOffsets.of(kafka, StartFrom.LATEST));
    }

    private static void send(KafkaSettings kafka, int count) throws Exception {
        try (var producer =
                new KafkaProducer<>(kafka.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int number = 0; number < count; number++) {
                producer.send(new ProducerRecord<>(FIRST.topic(), FIRST.partition(), null, "{}".getBytes(UTF_8)))
                        .get();
            }
        }
    }

    /** Topics as Flink would find them when the job starts: from 0 to an end, and nothing committed. */
    private record Ends(long end) implements PartitionOffsetsRetriever {
        @Override
        public Map<TopicPartition, Long> committedOffsets(Collection<TopicPartition> partitions) {
            return Map.of();
        }

        @Override
        public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
            return partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> end));
        }

        @Override
        public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions) {
            return partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> 0L));
        }

        @Override
        public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
            return Map.of();
        }
    }
}
