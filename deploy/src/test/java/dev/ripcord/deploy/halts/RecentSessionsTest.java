package dev.ripcord.deploy.halts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.signal.SessionSummary.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RecentSessionsTest {
    @Test
    void thoseThatHaveNotEndedAreCounted() throws Exception {
        try (var kafka = LocalKafka.start()) {
            var address = KafkaAddress.of(kafka.bootstrapServers());
            assertThat(RecentSessions.count(address)).as("no topic").isEmpty();
            Topics.create(kafka.bootstrapServers());
            try (var topic = new HaltTopic(kafka.bootstrapServers())) {
                topic.seen("acme", "invoice-9", "buyer");
                topic.seen("acme", "invoice-9", "buyer");
                topic.seen("acme", "invoice-10", "buyer");
                topic.seen("globex", "over", null, "buyer", State.ENDED);
            }

            assertThat(RecentSessions.count(address)).hasValue("2 sessions of 1 tenant wrote within the last 10m.");
        }
    }
}
