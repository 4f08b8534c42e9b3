package dev.ripcord.deploy.kafka;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.outcome.RootCause;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Where Kafka is, and the clients that a command needs.
 *
 * @param clientProperties further settings of every client, such as credentials
 */
public record KafkaAddress(String bootstrapServers, Map<String, String> clientProperties) {
    /** A person waits: long enough for a broker far away, short enough not to wonder. */
    private static final String PATIENCE_MILLIS = "10000";

    private static final String NO_GROUP = "";

    private static final int PROBE_MILLIS = 5000;

    private static final String DELIVERY_MILLIS = "30000";

    public static KafkaAddress of(String bootstrapServers) {
        return new KafkaAddress(bootstrapServers, Map.of());
    }

    /** @return the same Kafka, for a look that nobody waits long for: each of its answers must come within that time */
    public KafkaAddress answeringWithin(Duration patience) {
        var properties = new HashMap<>(clientProperties);
        var millis = Long.toString(patience.toMillis());
        properties.put("default.api.timeout.ms", millis);
        properties.put("request.timeout.ms", millis);
        return new KafkaAddress(bootstrapServers, properties);
    }

    /** @throws Refusal where no broker answers there, or one of the topics is missing */
    public void require(String consequence, Topic... topics) throws InterruptedException {
        var present = topics(consequence);
        var missing = new ArrayList<String>();
        for (var topic : topics) {
            if (!present.contains(topic.topicName())) {
                missing.add("Kafka at " + bootstrapServers + " has no topic " + topic.topicName()
                        + "; create it with: ripcord topics --create --bootstrap " + bootstrapServers);
            }
        }
        if (!missing.isEmpty()) {
            throw new Refusal(missing, consequence, ExitCode.FAILED);
        }
    }

    /**
     * @return the names of the topics that there are
     * @throws Refusal where no broker answers
     */
    public Set<String> topics(String consequence) throws InterruptedException {
        try (var admin = admin()) {
            return admin.listTopics(new ListTopicsOptions().timeoutMs(PROBE_MILLIS))
                    .names()
                    .get();
        } catch (ExecutionException | KafkaException unreachable) {
            var reason = "no Kafka answers at " + bootstrapServers + " (" + why(unreachable)
                    + "); start one, or give its address with --bootstrap HOST:PORT";
            throw new Refusal(List.of(reason), consequence, ExitCode.FAILED);
        }
    }

    private static String why(Exception unreachable) {
        return unreachable.getCause() instanceof TimeoutException
                ? "tried for " + PROBE_MILLIS / 1000 + " s"
                : RootCause.of(unreachable);
    }

    public Admin admin() {
        return Admin.create(settings().client());
    }

    /** A consumer without a group: it reads what it is assigned, and leaves no trace on the broker. */
    public KafkaConsumer<byte[], byte[]> consumer() {
        var properties = settings().consumer();
        properties.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer whose records all replicas have when they count as sent. */
    public KafkaProducer<byte[], byte[]> producer() {
        var properties = settings().producer();
        properties.put("max.block.ms", PATIENCE_MILLIS);
        properties.put("delivery.timeout.ms", DELIVERY_MILLIS);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The same for parts that make clients of their own. */
    public KafkaSettings settings() {
        var properties = new HashMap<String, String>();
        properties.put("default.api.timeout.ms", PATIENCE_MILLIS);
        properties.put("request.timeout.ms", PATIENCE_MILLIS);
        properties.putAll(clientProperties);
        return new KafkaSettings(bootstrapServers, NO_GROUP, properties);
    }
}
