package dev.ripcord.client;

import static dev.ripcord.client.Records.SESSION;
import static dev.ripcord.client.Records.halt;
import static dev.ripcord.client.Records.newKeys;
import static dev.ripcord.client.Records.release;
import static dev.ripcord.client.Records.signed;
import static dev.ripcord.client.Records.trust;
import static dev.ripcord.client.ScriptedGateway.guard;
import static dev.ripcord.client.ScriptedGateway.ready;
import static dev.ripcord.client.ScriptedGateway.record;
import static dev.ripcord.client.ScriptedGateway.removed;
import static dev.ripcord.client.ScriptedGateway.reset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayGuardTest {
    private final ScriptedGateway gateway = new ScriptedGateway();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        gateway.close();
    }

    private GuardBuilder guardBuilder() {
        return Guard.following(GatewaySource.at(gateway.url()))
                .session(SESSION)
                .agent("validator")
                .onHalt(halt -> told.add("halted " + halt.haltId()))
                .onRelease(halt -> told.add("released " + halt.haltId()))
                .onUnguarded(why -> told.add("unguarded"))
                .onGuarded(() -> told.add("guarded"));
    }

    @Test
    void aClientThatStartsAfterTheHaltRefusesItsFirstStep() {
        gateway.greetWith(record(7, halt("h-1", 5)), ready("live"));
        try (var guard = guardBuilder().start()) {
            var halted = catchThrowableOfType(SessionHalted.class, guard::check);
            assertThat(halted.reason()).isEqualTo("runs in circles");
            assertThat(halted.haltId()).isEqualTo("h-1");
            assertThat(halted.scope()).isEqualTo(Records.SCOPE);
            assertThat(halted.actor().name()).isEqualTo("maria");
            assertThatThrownBy(guard::check).isInstanceOf(SessionHalted.class);
        }
        assertThat(gateway.acknowledged).containsExactly("h-1 received", "h-1 stopped");
        assertThat(told).containsExactly("halted h-1");
        assertThat(gateway.asked.get(0).query()).isEqualTo("tenant=default&session=invoice-9&agent=validator");
    }

    @Test
    void anEmptyRootParentOrAgentIsNone() {
        gateway.greetWith(record(7, halt("h-1", new Scope(ScopeKind.LINEAGE, "default", SESSION), 5)), ready("live"));
        try (var guard = guardBuilder().root("").parent("").agent("").start()) {
            assertThatThrownBy(guard::check).isInstanceOf(SessionHalted.class);
        }
        assertThat(gateway.asked.get(0).query()).isEqualTo("tenant=default&session=invoice-9");
    }

    @Test
    void aHaltStopsWhatRunsAndAReleaseLetsItGoOn() {
        gateway.greetWith(ready("live"));
        try (var guard = guardBuilder().apiKey("secret-1").start()) {
            guard.check();
            gateway.tell(record(1, halt("h-1", 5)));
            await().untilAsserted(() -> assertThatThrownBy(guard::check).isInstanceOf(SessionHalted.class));
            gateway.tell(record(2, release(6)));
            await().untilAsserted(guard::check);
            await().until(() -> told.contains("released h-1"));
        }
        assertThat(gateway.asked.get(0).authorization()).isEqualTo("Bearer secret-1");
    }

    @Test
    void aHaltStaysWhileTheGatewayIsGoneAndItIsAskedForWhatCameAfter() {
        gateway.greetWith(record(7, halt("h-1", 5)), ready("live"));
        try (var guard = guardBuilder().start()) {
            assertThatThrownBy(guard::check).isInstanceOf(SessionHalted.class);
            gateway.greetWith(ready("live"));
            gateway.breakConnections();
            assertThatThrownBy(guard::check).isInstanceOf(SessionHalted.class);
            await().until(() -> gateway.asked.size() == 2 && gateway.connections() == 1);
            assertThat(gateway.asked.get(1).lastEventId()).isEqualTo("7");
            gateway.tell(record(7, halt("h-1", 5)), record(8, release(6)));
            await().untilAsserted(guard::check);
        }
        assertThat(told).containsExactly("halted h-1", "released h-1");
    }

    @Test
    void aConnectionThatBrokeBeforeItHadToldEverythingIsNotResumedFrom() {
        gateway.greetWith(record(7, halt("h-1", 5)));
        try (var guard = guardBuilder().start()) {
            await().until(() -> gateway.connections() == 1);
            gateway.greetWith(record(3, halt("h-0", 4)), ready("live"));
            gateway.breakConnections();
            assertThatThrownBy(guard::check).isInstanceOf(SessionHalted.class);
            assertThat(gateway.asked.get(1).lastEventId()).isNull();
        }
    }

    @Test
    void whatIsGoneFromTheTopicWasNotReleased() {
        gateway.greetWith(record(7, halt("h-1", 5)), ready("live"));
        try (var guard = guardBuilder().start()) {
            await().until(() -> gateway.connections() == 1);
            gateway.tell(removed(8, halt("h-1", 5).key()), guard("stale"));
            await().until(() -> told.contains("unguarded"));
            assertThatThrownBy(guard::check).isInstanceOf(SessionHalted.class);
        }
    }

    @Test
    void aGatewayThatBeginsAnewReplacesWhatStoodUnlessKeysAreTrusted() {
        var keys = newKeys();
        gateway.greetWith(record(7, halt("h", 5).key(), signed(halt("h", 5), keys)), ready("live"));
        try (var trusting = guardBuilder().trusting(trust(keys)).start();
                var believing = guardBuilder().start()) {
            assertThatThrownBy(trusting::check).isInstanceOf(SessionHalted.class);
            assertThatThrownBy(believing::check).isInstanceOf(SessionHalted.class);
            gateway.tell(reset(), ready("live"));
            await().untilAsserted(believing::check);
            gateway.tell(guard("stale"));
            await().until(() -> told.stream().filter("unguarded"::equals).count() == 2);
            assertThatThrownBy(trusting::check).isInstanceOf(SessionHalted.class);
        }
    }

    @Test
    void aSilentConnectionIsGivenUpAndMadeAnew() {
        gateway.greetWith(ready("live"));
        try (var guard = guardBuilder().heartbeatTimeout(Duration.ofSeconds(1)).start()) {
            guard.check();
            await().atMost(Duration.ofSeconds(15)).until(() -> gateway.asked.size() >= 2);
            assertThat(told).isEmpty();
        }
    }

    @Test
    void aRefusalLetsTheSessionGoOnForThatHaltAlone() {
        gateway.greetWith(record(7, halt("h-1", 5)), ready("live"));
        try (var guard = guardBuilder().start()) {
            assertThatThrownBy(guard::check).isInstanceOf(SessionHalted.class);
            guard.refuse("landing gear is out; a person watches");
            guard.check();
            gateway.tell(record(8, halt("h-2", Records.GLOBAL, 6)));
            await().untilAsserted(() -> assertThatThrownBy(guard::check)
                    .isInstanceOf(SessionHalted.class)
                    .hasMessageContaining("global"));
        }
        assertThat(gateway.acknowledged)
                .containsExactly("h-1 received", "h-1 stopped", "h-1 refused", "h-2 received", "h-2 stopped");
    }

    @Test
    void acknowledgementsArriveThoughTheGatewayDidNotTakeThemAtFirst() {
        gateway.acksStatus = 503;
        gateway.greetWith(record(7, halt("h-1", 5)), ready("live"));
        try (var guard = guardBuilder().start()) {
            await().until(() -> told.contains("halted h-1"));
            guard.stopped();
            gateway.acksStatus = 202;
            await().until(() -> gateway.acknowledged.size() == 2);
        }
        assertThat(gateway.acknowledged).containsExactly("h-1 received", "h-1 stopped");
    }

    @Test
    void aCallbackThatFailsStopsNothing() {
        gateway.greetWith(ready("live"));
        try (var guard = guardBuilder()
                .onHalt(halt -> {
                    told.add(halt.haltId());
                    throw new IllegalStateException("as a test of what the guard makes of it");
                })
                .start()) {
            guard.check();
            gateway.tell(record(1, halt("h-1", 5)), record(2, release(6)), record(3, halt("h-2", 7)));
            await().until(() -> told.containsAll(List.of("h-1", "h-2")));
            assertThatThrownBy(guard::check).isInstanceOf(SessionHalted.class);
        }
    }
}
