package dev.ripcord.console.topic;

import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Asks Kafka how far a topic of one partition goes: a reader knows only how far it has come itself. */
public final class TopicEnd implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 2_000;

    private final Admin admin;
    private final TopicPartition partition;

    public TopicEnd(KafkaClients kafka, Topic topic) {
        this.admin = kafka.admin();
        this.partition = new TopicPartition(topic.topicName(), 0);
    }

    /**
     * @return the offset that the next record gets
     * @throws KafkaException where Kafka does not say
     */
    public long next() throws InterruptedException {
        try {
            return admin.listOffsets(
                            Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions().timeoutMs(PATIENCE_MILLIS))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException refused) {
            throw new KafkaException(refused.getCause().getMessage(), refused);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofMillis(PATIENCE_MILLIS));
    }
}
