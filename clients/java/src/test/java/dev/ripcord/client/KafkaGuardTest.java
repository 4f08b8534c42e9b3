package dev.ripcord.client;

import static dev.ripcord.client.Records.SESSION;
import static dev.ripcord.client.Records.halt;
import static dev.ripcord.client.Records.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.halt.Acknowledgement.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaGuardTest {
    private final List<String> told = new CopyOnWriteArrayList<>();

    private GuardBuilder guardAt(LocalKafka kafka) {
        return Guard.following(KafkaSource.at(kafka.bootstrapServers()))
                .session(SESSION)
                .agent("validator")
                .onHalt(halt -> told.add("halted " + halt.haltId()))
                .onRelease(halt -> told.add("released " + halt.haltId()))
                .onUnguarded(why -> told.add("unguarded"))
                .onGuarded(() -> told.add("guarded"));
    }

    @Test
    void overKafkaALateClientIsStoppedReleasedAndHeard() {
        try (var kafka = LocalKafka.start();
                var topics = new HaltLog(kafka.bootstrapServers())) {
            topics.create();
            topics.heartbeat(0);
            topics.write(halt("h-0", 1), release(2), halt("h-1", 3));
            try (var guard = guardAt(kafka)
                    .whenUnguarded(WhenUnguarded.FAIL_CLOSED)
                    .startTimeout(Duration.ofSeconds(20))
                    .start()) {
                assertThatThrownBy(guard::check).isInstanceOf(SessionHalted.class);
                topics.remove(halt("h-1", 3).key());
                topics.write(halt("h-1", 3), halt("h-2", Records.GLOBAL, 4));
                await().until(() -> told.contains("halted h-2"));
                assertThatThrownBy(guard::check).hasMessageContaining("session/default/invoice-9");
                topics.write(release(5));
                await().untilAsserted(() -> assertThatThrownBy(guard::check).hasMessageContaining("global"));
            }
            assertThat(topics.acknowledgements(4))
                    .extracting(word -> word.haltId() + " " + word.status())
                    .containsExactly(
                            "h-1 " + Status.RECEIVED,
                            "h-1 " + Status.STOPPED,
                            "h-2 " + Status.RECEIVED,
                            "h-2 " + Status.STOPPED);
        }
        assertThat(told).containsExactly("halted h-1", "halted h-2", "released h-1");
    }

    @Test
    void noHaltIsLostWhileTheBrokerRestarts(@TempDir Path data) {
        int port;
        try (var kafka = LocalKafka.start(data, LocalKafka.FREE_PORT);
                var topics = new HaltLog(kafka.bootstrapServers())) {
            topics.create();
            port = Integer.parseInt(kafka.bootstrapServers().split(":")[1]);
        }
        try (var first = new OpenGuard(data, port)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> told.contains("halted h-1"));
            first.broker.close();
            assertThatThrownBy(first.guard::check).isInstanceOf(SessionHalted.class);
            try (var again = LocalKafka.start(data, port);
                    var topics = new HaltLog(again.bootstrapServers())) {
                topics.write(release(2), halt("h-2", 3), release(4), halt("h-3", 5));
                await().atMost(Duration.ofSeconds(30)).until(() -> told.contains("halted h-3"));
            }
        }
        assertThat(told.stream().filter(word -> !word.contains("guarded")))
                .containsExactly("halted h-1", "released h-1", "halted h-2", "released h-2", "halted h-3");
        assertThat(told).contains("unguarded");
    }

    /** A broker with one halt on it, and a guard that follows it. */
    private final class OpenGuard implements AutoCloseable {
        final LocalKafka broker;
        final Guard guard;

        OpenGuard(Path data, int port) {
            broker = LocalKafka.start(data, port);
            try (var topics = new HaltLog(broker.bootstrapServers())) {
                topics.write(halt("h-1", 1));
            }
            guard = guardAt(broker).start();
        }

        @Override
        public void close() {
            guard.close();
        }
    }
}
