package dev.ripcord.client;

import static dev.ripcord.client.Records.SESSION;
import static dev.ripcord.client.Records.halt;
import static dev.ripcord.client.ScriptedGateway.guard;
import static dev.ripcord.client.ScriptedGateway.ready;
import static dev.ripcord.client.ScriptedGateway.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class UnguardedTest {
    private final List<String> told = new CopyOnWriteArrayList<>();

    private GuardBuilder guardAt(String url) {
        return Guard.following(GatewaySource.at(url))
                .session(SESSION)
                .startTimeout(Duration.ofMillis(300))
                .onUnguarded(why -> told.add("unguarded"))
                .onGuarded(() -> told.add("guarded"));
    }

    @Test
    void withoutAGatewayAnAgentGoesOnLoudlyOrNotAtAll() {
        int nobodyThere;
        try (var gateway = new ScriptedGateway()) {
            nobodyThere = gateway.port();
        }
        var url = "http://127.0.0.1:" + nobodyThere;
        try (var open = guardAt(url).start();
                var shut = guardAt(url).whenUnguarded(WhenUnguarded.FAIL_CLOSED).start()) {
            open.check();
            assertThat(open.unguarded()).get().asString().contains("what stands could not be read");
            assertThatThrownBy(shut::check)
                    .isInstanceOf(GuardUnavailable.class)
                    .hasMessageContaining("no answer from 127.0.0.1:" + nobodyThere);
            await().until(() -> told.size() == 2);
            try (var late = new ScriptedGateway(nobodyThere)) {
                late.greetWith(record(1, halt("h-1", 5)), ready("live"));
                await().untilAsserted(() -> assertThatThrownBy(open::check).isInstanceOf(SessionHalted.class));
                await().untilAsserted(() -> assertThatThrownBy(shut::check).isInstanceOf(SessionHalted.class));
                await().until(() -> told.size() == 4);
            }
        }
    }

    @Test
    void anInterruptedThreadIsNotLetPastTheFirstCheck() {
        try (var gateway = new ScriptedGateway()) {
            gateway.haltsStatus = 503;
            try (var open = guardAt(gateway.url())
                            .startTimeout(Duration.ofSeconds(30))
                            .start();
                    var shut = guardAt(gateway.url())
                            .whenUnguarded(WhenUnguarded.FAIL_CLOSED)
                            .start()) {
                Thread.currentThread().interrupt();
                assertThatThrownBy(shut::check).isInstanceOf(GuardUnavailable.class);
                gateway.greetWith(record(1, halt("h-1", 5)), ready("live"));
                gateway.haltsStatus = 200;
                assertThatThrownBy(open::check).isInstanceOf(SessionHalted.class);
                assertThat(Thread.interrupted()).isTrue();
            } finally {
                Thread.interrupted();
            }
        }
    }

    @Test
    void aStaleOrAbsentGuardIsNoGuard() {
        try (var gateway = new ScriptedGateway()) {
            gateway.greetWith(ready("absent"));
            try (var guard = guardAt(gateway.url())
                    .whenUnguarded(WhenUnguarded.FAIL_CLOSED)
                    .start()) {
                assertThatThrownBy(guard::check).isInstanceOf(GuardUnavailable.class);
                gateway.tell(guard("live"));
                await().untilAsserted(guard::check);
                gateway.tell(guard("stale"));
                await().untilAsserted(() -> assertThatThrownBy(guard::check).isInstanceOf(GuardUnavailable.class));
            }
        }
        assertThat(told).startsWith("unguarded", "guarded", "unguarded");
    }

    @Test
    void aGatewayThatHasNotReadTheHaltsIsAskedAgainAndItsWordsAreKept() {
        try (var gateway = new ScriptedGateway()) {
            gateway.haltsStatus = 503;
            try (var guard = guardAt(gateway.url()).start()) {
                await().until(() -> gateway.asked.size() >= 2);
                await().until(() -> guard.unguarded().isPresent());
                assertThat(guard.unguarded()).get().asString().contains("503: the halts are not read to their end");
                gateway.greetWith(record(1, halt("h-1", 5)), ready("live"));
                gateway.haltsStatus = 200;
                await().untilAsserted(() -> assertThatThrownBy(guard::check).isInstanceOf(SessionHalted.class));
            }
        }
    }

    @Test
    void aClosedGuardLeavesNoThreadAndAnswersNobody() {
        try (var gateway = new ScriptedGateway()) {
            gateway.greetWith(record(1, halt("h-1", 5)), ready("live"));
            var guard = guardAt(gateway.url()).session("thread-count").start();
            guard.check();
            assertThat(threads()).isNotEmpty().allMatch(Thread::isDaemon);
            guard.close();
            guard.close();
            await().until(() -> threads().isEmpty());
            assertThatThrownBy(guard::check).isInstanceOf(IllegalStateException.class);
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith("-thread-count"))
                .toList();
    }

    @Test
    void everythingThatIsWrongWithAGuardIsSaidAtOnce() {
        assertThatThrownBy(() -> Guard.following(KafkaSource.at(new Properties()))
                        .tenant(" ")
                        .staleAfter(Duration.ZERO)
                        .start())
                .hasMessageContaining("session is missing")
                .hasMessageContaining("tenant is blank")
                .hasMessageContaining("staleAfter is PT0S; it must be positive");
        assertThatThrownBy(() -> GatewaySource.at("localhost:7700"))
                .hasMessageContaining("'localhost:7700'; it must be a URL such as http://127.0.0.1:7700");
        assertThatThrownBy(() -> Guard.following(KafkaSource.at(new Properties()))
                        .session("s")
                        .apiKey("k")
                        .start())
                .hasMessageContaining("bootstrap.servers")
                .hasMessageContaining("apiKey is for a gateway");
    }
}
