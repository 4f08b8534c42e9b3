package dev.ripcord.deploy.submit;

import dev.ripcord.deploy.outcome.RootCause;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/** Whether the brokers answer and have all the topics that the jobs read and write. */
public final class KafkaCheck implements Precondition {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String bootstrapServers;
    private final Properties client;

    /** @param clientProperties further settings of the client, such as credentials */
    public KafkaCheck(String bootstrapServers, Properties clientProperties) {
        this.bootstrapServers = bootstrapServers;
        this.client = new Properties();
        client.putAll(clientProperties);
        client.put("bootstrap.servers", bootstrapServers);
        client.put("default.api.timeout.ms", String.valueOf(PATIENCE.toMillis()));
        client.put("request.timeout.ms", String.valueOf(PATIENCE.toMillis()));
    }

    @Override
    public List<String> reasonsAgainst() throws InterruptedException {
        try (var admin = Admin.create(client)) {
            return missing(admin.listTopics().names().get());
        } catch (ExecutionException refused) {
            return List.of("no Kafka answers at " + bootstrapServers + " (" + reason(refused.getCause())
                    + "); give its address with --bootstrap HOST:PORT");
        } catch (KafkaException invalid) {
            return List.of("Kafka cannot be asked at " + bootstrapServers + ": " + RootCause.of(invalid));
        }
    }

    private static String reason(Throwable refused) {
        return refused instanceof TimeoutException ? "tried for " + PATIENCE.toSeconds() + " s" : RootCause.of(refused);
    }

    private List<String> missing(Set<String> present) {
        var missing = Arrays.stream(Topic.values())
                .filter(topic -> topic != Topic.FEEDBACK)
                .map(Topic::topicName)
                .filter(name -> !present.contains(name))
                .toList();
        return missing.isEmpty()
                ? List.of()
                : List.of("Kafka at " + bootstrapServers + " has no topic " + String.join(", ", missing)
                        + "; 'ripcord topics --create --bootstrap " + bootstrapServers
                        + "' makes them with the settings that they need");
    }
}
