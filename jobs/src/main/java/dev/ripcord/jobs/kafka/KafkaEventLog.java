package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.heartbeat.EventLog;
import dev.ripcord.jobs.heartbeat.StartingPoint;
import dev.ripcord.jobs.settings.KafkaSettings;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** {@code agent.events} as the broker tells of it, to a consumer that sees what the source sees. */
public record KafkaEventLog(KafkaSettings kafka, StartingPoint start) implements EventLog {
    private static final String PATIENCE_MILLIS = "5000";

    @Override
    public Query open() {
        return new LogQuery(
                new KafkaConsumer<>(properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    private Properties properties() {
        Properties properties = kafka.consumer();
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        // What deletion has taken is no longer to be read.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // One event is looked for. Where the batch that holds it is larger, the broker gives it whole all the same.
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Integer.toString(16 * 1024));
        // What is not there yet is not waited for.
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "1");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        // New partitions are noticed as soon as they may hold events.
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, PATIENCE_MILLIS);
        return properties;
    }
}
