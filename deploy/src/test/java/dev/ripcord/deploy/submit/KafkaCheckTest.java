package dev.ripcord.deploy.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KafkaCheckTest {
    private final List<String> warnings = new ArrayList<>();

    @Test
    void missingTopicsAreNamedWithTheCommandThatMakesThem() throws Exception {
        try (var kafka = LocalKafka.start()) {
            Topics.create(kafka.bootstrapServers(), Topic.EVENTS, Topic.SIGNALS);

            assertThat(check(kafka.bootstrapServers()).reasonsAgainst())
                    .singleElement()
                    .asString()
                    .startsWith("Kafka at " + kafka.bootstrapServers()
                            + " has no topic agent.events.dead, ripcord.halts, ripcord.acks, ripcord.patterns,")
                    .contains("ripcord topics --create --bootstrap " + kafka.bootstrapServers())
                    .doesNotContain("agent.events,");

            Topics.create(kafka.bootstrapServers());
            assertThat(check(kafka.bootstrapServers()).reasonsAgainst()).isEmpty();
            assertThat(warnings).isEmpty();
        }
    }

    /** The words are those of {@code ripcord topics}; the job is not held up. */
    @Test
    void whatIsWrongAboutATopicThatIsThereIsWarnedOf() throws Exception {
        try (var kafka = LocalKafka.start();
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(Topic.EVENTS.topicName(), 2, (short) 1)
                            .configs(Map.of("max.message.bytes", "6291456"))))
                    .all()
                    .get();
            assertThat(check(kafka.bootstrapServers()).reasonsAgainst())
                    .singleElement()
                    .asString()
                    .contains(" has no topic agent.events.dead, ");
            assertThat(warnings)
                    .containsExactly("warning: agent.events: message.timestamp.type is CreateTime; it must be"
                            + " LogAppendTime, or a replay does not see what was seen live");

            Topics.create(kafka.bootstrapServers());
            assertThat(check(kafka.bootstrapServers()).reasonsAgainst()).isEmpty();
            assertThat(warnings).hasSize(2);
        }
    }

    @Test
    void brokersThatDoNotAnswerAreNamed() throws InterruptedException {
        assertThat(check("127.0.0.1:1").reasonsAgainst())
                .singleElement()
                .asString()
                .isEqualTo(
                        "no Kafka answers at 127.0.0.1:1 (tried for 5 s); give its address with --bootstrap HOST:PORT");
    }

    @Test
    void anAddressThatIsNoneIsRefused() throws InterruptedException {
        assertThat(check("kafka").reasonsAgainst())
                .singleElement()
                .asString()
                .contains("Kafka cannot be asked at kafka", "Invalid url in bootstrap.servers");
    }

    private KafkaCheck check(String bootstrapServers) {
        return new KafkaCheck(bootstrapServers, new Properties(), warnings::add);
    }
}
