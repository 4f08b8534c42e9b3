package dev.ripcord.deploy.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.topic.Topic;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KafkaCheckTest {
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

    private static KafkaCheck check(String bootstrapServers) {
        return new KafkaCheck(bootstrapServers, new Properties());
    }
}
