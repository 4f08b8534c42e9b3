package dev.ripcord.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Kafka itself: {@code ripcord.halts} from its beginning, {@code ripcord.heartbeat}, and acknowledgements to
 * {@code ripcord.acks}. Needs kafka-clients on the class path, and no gateway.
 */
public final class KafkaSource extends GuardSource {
    private static final String BOOTSTRAP = "bootstrap.servers";

    private final Map<String, Object> properties;

    private KafkaSource(Map<String, Object> properties) {
        this.properties = properties;
    }

    /** @param properties of a Kafka client: where it is, and credentials; what a guard needs otherwise it sets itself */
    public static KafkaSource at(Properties properties) {
        return new KafkaSource(
                properties.stringPropertyNames().stream().collect(Collectors.toMap(n -> n, properties::getProperty)));
    }

    /** @param bootstrapServers such as {@code localhost:9092} */
    public static KafkaSource at(String bootstrapServers) {
        return new KafkaSource(Map.of(BOOTSTRAP, bootstrapServers));
    }

    @Override
    List<String> problems(Following following) {
        List<String> problems = new ArrayList<>();
        if (!properties.containsKey(BOOTSTRAP)) {
            problems.add("the properties for Kafka have no " + BOOTSTRAP + "; it must be HOST:PORT, or several");
        }
        if (following.apiKey() != null) {
            problems.add("apiKey is for a gateway; Kafka's credentials belong into the properties for Kafka");
        }
        return problems;
    }

    @Override
    Feed follow(Following following, FeedListener listener) {
        return KafkaFeed.start(
                new HaltTopics(properties), listener, following.subject().session());
    }

    @Override
    AckSender acknowledgements(Following following) {
        return new KafkaAcks(properties);
    }

    @Override
    public String toString() {
        return "Kafka at " + properties.get(BOOTSTRAP);
    }
}
