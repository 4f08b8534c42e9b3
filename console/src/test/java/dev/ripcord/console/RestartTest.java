package dev.ripcord.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    private static final int HALTS = 40;

    @TempDir
    Path data;

    private LocalKafka kafka;
    private Topics topics;
    private Gateway gateway;
    private Http http;
    private final List<String> written = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** Counts the halts that a client hears of, through everything that may break on the way. */
    @Test
    void noHaltIsLostOverRestartsOfGatewayAndBrokerAndReconnectsOfTheClient() throws Exception {
        kafka = LocalKafka.start(data, LocalKafka.FREE_PORT);
        topics = new Topics(kafka.bootstrapServers()).created();
        gateway = Gateway.start(GatewaySettings.local(topics.client()));
        http = Http.to(gateway);
        awaitAnswers();
        try {
            halts();
            String first = hear(null);
            clientIsAway();
            String second = hear(first);
            gatewayRestarts();
            String third = hear(second);
            brokerRestarts();
            hear(third);
            assertThat(seen).containsAll(written).hasSize(4 * HALTS);
        } finally {
            gateway.close();
            topics.close();
            kafka.close();
        }
    }

    private void clientIsAway() throws Exception {
        halts();
    }

    private void gatewayRestarts() throws Exception {
        int port = gateway.address().getPort();
        gateway.close();
        halts();
        gateway = Gateway.start(GatewaySettings.local(topics.client()).at(GatewaySettings.LOOPBACK, port));
        awaitAnswers();
    }

    private void brokerRestarts() throws Exception {
        try (var connected = http.follow("/v1/halts").ready()) {
            int port = Integer.parseInt(kafka.bootstrapServers().split(":")[1]);
            kafka.close();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !http.get("/health").json().path("kafka").asText().equals("ok"));
            assertThat(http.get("/health").status()).isEqualTo(503);
            assertThat(http.verdict("session=halted-0")).isEqualTo("halted");
            assertThat(http.post("/v1/events", "{}").errors()).contains("Kafka is gone");
            kafka = LocalKafka.start(data, port);
            halts();
            String last = written.get(written.size() - 1);
            connected.awaitOne(one -> one.event().equals("record") && one.key().equals(last));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> http.get("/health").json().path("kafka").asText().equals("ok"));
        }
    }

    private void halts() throws Exception {
        for (int number = 0; number < HALTS; number++) {
            Halt halt = Topics.guardHalt(Scope.parse("halted-" + written.size()), number);
            written.add(halt.key());
            topics.write(halt);
        }
    }

    /** @return the id that the client resumes from */
    private String hear(String lastSeen) throws Exception {
        String last = written.get(written.size() - 1);
        try (var client = http.follow("/v1/halts", lastSeen).ready()) {
            String id = client.awaitOne(one -> one.event().equals("record") && one.key().equals(last))
                    .id();
            client.received("record").forEach(record -> seen.add(record.key()));
            return id;
        }
    }

    private void awaitAnswers() {
        await().atMost(Duration.ofSeconds(20)).until(() -> http.get("/v1/check?session=any").status() == 200);
    }
}
