package dev.ripcord.console.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.console.Topics;
import dev.ripcord.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopicFollowerTest {
    private static LocalKafka kafka;
    private static Topics topics;

    @BeforeAll
    static void start() throws Exception {
        kafka = LocalKafka.start();
        topics = new Topics(kafka.bootstrapServers()).created();
    }

    @AfterAll
    static void stop() {
        topics.close();
        kafka.close();
    }

    @Test
    void aReaderWithoutMemoryFailsAloudAndMissesNothingOnceItHasSome() throws Exception {
        List<Long> read = new CopyOnWriteArrayList<>();
        AtomicBoolean memory = new AtomicBoolean();
        TopicReader reader = record -> {
            if (!memory.get()) {
                throw new OutOfMemoryError("for the test");
            }
            read.add(record.offset());
        };
        long first = topics.write(Topic.HALTS, "any", new byte[1]);
        KafkaClients clients = new KafkaClients(topics.client());
        try (var follower = TopicFollower.start(clients, Topic.HALTS, new StartAt.Beginning(), reader)) {
            assertThat(follower.failure()).isEmpty();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> follower.failure().isPresent());
            assertThat(follower.failure().orElseThrow())
                    .startsWith("reading ripcord.halts has been failing for ")
                    .contains("for the test");
            memory.set(true);
            await().until(() -> follower.failure().isEmpty());
            assertThat(read).containsExactly(first);
        }
    }
}
