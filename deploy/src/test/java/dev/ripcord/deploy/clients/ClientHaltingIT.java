package dev.ripcord.deploy.clients;

import static dev.ripcord.deploy.clients.HaltRecords.guardHalt;
import static dev.ripcord.deploy.clients.HaltRecords.operatorHalt;
import static dev.ripcord.deploy.clients.HaltRecords.pause;
import static dev.ripcord.deploy.clients.HaltRecords.release;
import static dev.ripcord.deploy.clients.HaltRecords.saidOtherwise;
import static dev.ripcord.deploy.clients.HaltRecords.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What stops a client and what lets it go on, in every language, with a real gateway and a real broker. */
@ParameterizedClass
@EnumSource(ClientLanguage.class)
@Timeout(60)
class ClientHaltingIT {
    /** On a machine that does other things too; benchmarks measure how fast it is. */
    private static final Duration SOON = Duration.ofSeconds(2);

    /** Issued one after the other, from language to language. */
    private static final AtomicLong PANIC_ISSUED_AT = new AtomicLong(1_000);

    private static Stand stand;

    @Parameter
    private ClientLanguage language;

    private final String session = HaltRecords.newSession();
    private final Scope scope = scope(session);

    @BeforeAll
    static void start() throws Exception {
        stand = Stand.start();
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @BeforeEach
    void requireLanguage() throws Exception {
        language.require();
    }

    @Test
    void aSessionGoesOnUntilItIsHalted() throws Exception {
        try (ClientProcess client = start(options())) {
            assertThat(client.check().path("event").asText()).isEqualTo("checked");

            Halt halt = guardHalt(scope, 10, 1_000);
            stand.halts().write(halt);
            JsonNode halted =
                    await().atMost(SOON).pollInterval(Duration.ofMillis(2)).until(client::check, this::isHalted);

            assertThat(halted.path("halt_id").asText()).isEqualTo(halt.haltId());
            assertThat(halted.path("reason").asText()).isEqualTo(halt.reason());
            assertThat(halted.path("scope").asText()).isEqualTo(scope.key());
            assertThat(halted.path("writer").asText()).isEqualTo("guard");
            assertThat(halted.path("actor").path("kind").asText()).isEqualTo("pattern");
            assertThat(halted.path("actor").path("name").asText())
                    .isEqualTo(halt.actor().name());
            awaitAcks(halt, Status.RECEIVED, Status.STOPPED);
            Acknowledgement ack = stand.acks().of(session).get(0);
            assertThat(ack.scope()).isEqualTo(scope);
            assertThat(ack.agentId()).isEqualTo("validator");
            assertThat(ack.client()).startsWith("ripcord-");
        }
    }

    @Test
    void aClientThatStartsAfterTheHaltRefusesItsFirstStep() throws Exception {
        stand.halts().write(guardHalt(scope, 10, 1_000));
        try (ClientProcess client = start(options())) {
            assertThat(client.check().path("event").asText()).isEqualTo("halted");
        }
    }

    @Test
    void aReleaseLetsItGoOnAndOnlyNewEvidenceStopsItAgain() throws Exception {
        try (ClientProcess client = start(options())) {
            Halt old = guardHalt(scope, 10, 1_000);
            stand.halts().write(old);
            client.awaitCheck("halted");
            stand.halts().write(release(scope, 5_000, 12));
            client.awaitCheck("checked");
            client.awaitCallback("release", old.haltId());

            int records = client.statistic("records");
            stand.halts().write(old);
            stand.halts().write(saidOtherwise(old, 5));
            client.awaitStatistic("records", records + 1);
            assertThat(client.check().path("event").asText()).isEqualTo("checked");

            Halt another = guardHalt(scope, 13, 2_000);
            stand.halts().write(another);
            assertThat(client.awaitCheck("halted").path("halt_id").asText()).isEqualTo(another.haltId());
        }
    }

    @Test
    void repeatsAreInvisible() throws Exception {
        try (ClientProcess client = start(options())) {
            client.awaitConnections(1);
            int records = client.statistic("records");
            Halt halt = guardHalt(scope, 10, 1_000);
            for (int i = 0; i < 5; i++) {
                stand.halts().write(halt);
                stand.halts().write(saidOtherwise(halt, 5 + i));
            }
            client.awaitStatistic("records", records + 10);
            for (int i = 0; i < 5; i++) {
                assertThat(client.check().path("event").asText()).isEqualTo("halted");
            }

            awaitAcks(halt, Status.RECEIVED, Status.STOPPED);
            client.awaitStatistic("acks_pending", 0);
            client.awaitCallback("halt", halt.haltId());
            assertThat(client.callbacks("halt")).containsExactly(halt.haltId());
        }
        assertThat(stand.acks().of(session)).hasSize(2);
    }

    @Test
    void aPauseOverAHaltIsAnsweredAndHidesItNot() throws Exception {
        try (ClientProcess client = start(options())) {
            Halt halt = guardHalt(scope, 10, 1_000);
            stand.halts().write(halt);
            client.awaitCheck("halted");

            Halt pause = pause(scope, 2_000, System.currentTimeMillis() + 3_600_000);
            stand.halts().write(pause);
            client.awaitCallback("halt", pause.haltId());

            assertThat(client.check().path("halt_id").asText()).isEqualTo(halt.haltId());
            awaitAcks(pause, Status.RECEIVED, Status.STOPPED);
        }
    }

    @Test
    void whatAHaltedSessionHasBegunDoesNotGoOnWithoutIt() throws Exception {
        String child = HaltRecords.newSession();
        String grandchild = HaltRecords.newSession();
        ClientOptions ofChild = ClientOptions.of(stand.gateway(), child).parent(session);
        ClientOptions ofGrandchild =
                ClientOptions.of(stand.gateway(), grandchild).parent(child).root(session);
        try (ClientProcess first = start(ofChild);
                ClientProcess second = start(ofGrandchild)) {
            assertThat(first.check().path("event").asText()).isEqualTo("checked");
            assertThat(second.check().path("event").asText()).isEqualTo("checked");

            stand.halts().write(operatorHalt(scope, 1_000));

            assertThat(first.awaitCheck("halted").path("scope").asText()).isEqualTo(scope.key());
            assertThat(second.awaitCheck("halted").path("scope").asText()).isEqualTo(scope.key());
        }
    }

    @Test
    void panicStopsEverybodyAndNobodyWhenItIsOver() throws Exception {
        Scope everything = new Scope(ScopeKind.GLOBAL, null, null);
        try (ClientProcess client = start(options())) {
            assertThat(client.check().path("event").asText()).isEqualTo("checked");

            Halt panic = operatorHalt(everything, PANIC_ISSUED_AT.incrementAndGet());
            stand.halts().write(panic);
            JsonNode halted = client.awaitCheck("halted");
            stand.halts().write(release(everything, PANIC_ISSUED_AT.incrementAndGet(), -1));
            client.awaitCheck("checked");

            assertThat(halted.path("scope").asText()).isEqualTo("global");
            assertThat(halted.path("actor").path("kind").asText()).isEqualTo("person");
            awaitAcks(panic, Status.RECEIVED, Status.STOPPED);
        }
    }

    @Test
    void whoRefusesAHaltSaysSoAndGoesOnUntilTheNext() throws Exception {
        try (ClientProcess client = start(options())) {
            Halt halt = guardHalt(scope, 10, 1_000);
            stand.halts().write(halt);
            client.awaitCheck("halted");

            assertThat(client.ask("refuse the patient is on the table")
                            .path("refused")
                            .asBoolean())
                    .isTrue();
            assertThat(client.check().path("event").asText()).isEqualTo("checked");
            awaitAcks(halt, Status.RECEIVED, Status.STOPPED, Status.REFUSED);
            assertThat(stand.acks().of(session))
                    .filteredOn(ack -> ack.status() == Status.REFUSED)
                    .extracting(Acknowledgement::reason)
                    .containsExactly("the patient is on the table");

            stand.halts().write(guardHalt(scope, 20, 2_000));
            client.awaitCheck("halted");
        }
    }

    private ClientOptions options() {
        return ClientOptions.of(stand.gateway(), session).agent("validator");
    }

    private ClientProcess start(ClientOptions options) throws Exception {
        return ClientProcess.start(language, options);
    }

    private boolean isHalted(JsonNode answer) {
        return answer.path("event").asText().equals("halted");
    }

    private void awaitAcks(Halt halt, Status... statuses) {
        await().atMost(ClientProcess.PATIENCE)
                .untilAsserted(() ->
                        assertThat(stand.acks().of(session, halt.haltId())).containsExactlyInAnyOrder(statuses));
    }
}
