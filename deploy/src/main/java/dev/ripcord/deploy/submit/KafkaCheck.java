package dev.ripcord.deploy.submit;

import dev.ripcord.deploy.outcome.RootCause;
import dev.ripcord.deploy.topics.TopicInspection;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Whether the brokers answer and have all the topics that the jobs read and write. A topic that is not set as it must
 * be is warned of: the job runs on it.
 */
public final class KafkaCheck implements Precondition {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String bootstrapServers;
    private final Properties client;
    private final Consumer<String> warnings;

    /**
     * @param clientProperties further settings of the client, such as credentials
     * @param warnings is told, a line each, what keeps a promise from being kept and the job from nothing
     */
    public KafkaCheck(String bootstrapServers, Properties clientProperties, Consumer<String> warnings) {
        this.bootstrapServers = bootstrapServers;
        this.warnings = warnings;
        this.client = new Properties();
        client.putAll(clientProperties);
        client.put("bootstrap.servers", bootstrapServers);
        client.put("default.api.timeout.ms", String.valueOf(PATIENCE.toMillis()));
        client.put("request.timeout.ms", String.valueOf(PATIENCE.toMillis()));
    }

    @Override
    public List<String> reasonsAgainst() throws InterruptedException {
        try (var admin = Admin.create(client)) {
            var present = admin.listTopics().names().get();
            warnOfSettings(admin);
            return missing(present);
        } catch (ExecutionException refused) {
            return List.of("no Kafka answers at " + bootstrapServers + " (" + reason(refused.getCause())
                    + "); give its address with --bootstrap HOST:PORT");
        } catch (KafkaException invalid) {
            return List.of("Kafka cannot be asked at " + bootstrapServers + ": " + RootCause.of(invalid));
        }
    }

    /** Whoever may start a job need not be somebody who may read what the topics are set to. */
    private void warnOfSettings(Admin admin) throws InterruptedException {
        try {
            for (var state : TopicInspection.ofPresent(admin)) {
                state.problems().forEach(problem -> warnings.accept("warning: " + state.topic() + ": " + problem));
            }
        } catch (ExecutionException refused) {
            warnings.accept("warning: the settings of the topics were not checked: " + RootCause.of(refused));
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
