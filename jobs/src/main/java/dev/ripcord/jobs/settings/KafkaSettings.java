package dev.ripcord.jobs.settings;

import dev.ripcord.topic.Topic;
import java.io.Serializable;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.flink.configuration.GlobalConfiguration;

/**
 * How to reach Kafka.
 *
 * @param clientProperties further settings for every client, such as credentials; masked when printed
 */
public record KafkaSettings(String bootstrapServers, String groupId, Map<String, String> clientProperties)
        implements Serializable {

    public static KafkaSettings at(String bootstrapServers) {
        return new KafkaSettings(bootstrapServers, GuardOptions.GROUP_ID.defaultValue(), Map.of());
    }

    public Properties client() {
        Properties properties = new Properties();
        properties.putAll(clientProperties);
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }

    public Properties consumer() {
        Properties properties = client();
        properties.put("max.partition.fetch.bytes", Integer.toString(Topic.MAX_RECORD_BYTES));
        // An event is worth more now than a full fetch later.
        properties.put("fetch.min.bytes", "1");
        properties.put("fetch.max.wait.ms", "100");
        return properties;
    }

    public Properties producer() {
        Properties properties = client();
        properties.put("acks", "all");
        properties.put("linger.ms", "0");
        properties.put("max.request.size", Integer.toString(Topic.MAX_RECORD_BYTES));
        // Signals are rare: without this, each first one after five quiet minutes would wait for a metadata request.
        properties.put("metadata.max.idle.ms", Long.toString(24 * 60 * 60 * 1000L));
        return properties;
    }

    @Override
    public String toString() {
        Map<String, String> masked = new TreeMap<>(clientProperties);
        masked.replaceAll((key, value) -> GlobalConfiguration.isSensitive(key) || key.contains("jaas")
                ? GlobalConfiguration.HIDDEN_CONTENT
                : value);
        return "KafkaSettings[bootstrapServers=" + bootstrapServers + ", groupId=" + groupId + ", clientProperties="
                + masked + "]";
    }
}
