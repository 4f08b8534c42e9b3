package dev.ripcord.deploy.clients;

import static dev.ripcord.deploy.clients.HaltRecords.guardHalt;
import static dev.ripcord.deploy.clients.HaltRecords.operatorHalt;
import static dev.ripcord.deploy.clients.HaltRecords.release;
import static dev.ripcord.deploy.clients.HaltRecords.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** No halt is lost when the gateway restarts or the connection breaks, in every language. */
@ParameterizedClass
@EnumSource(ClientLanguage.class)
@Timeout(90)
class ClientReconnectingIT {
    private static final int HALTS = 50;
    private static final Set<Integer> RESTARTS_AT = Set.of(10, 25, 40);

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
    void fiftyHaltsOverThreeRestartsOfTheGatewayAndNoneIsLost() throws Exception {
        List<String> written = new ArrayList<>();
        try (ClientProcess client = ClientProcess.start(language, ClientOptions.of(stand.gateway(), session))) {
            client.awaitConnections(1);
            for (int i = 0; i < HALTS; i++) {
                Halt halt = guardHalt(scope, i, 1_000 + i);
                writeOverARestart(RESTARTS_AT.contains(i), halt);
                written.add(halt.haltId());
                client.awaitCallback("halt", halt.haltId());
                assertThat(client.check().path("halt_id").asText()).isEqualTo(halt.haltId());

                stand.halts().write(release(scope, 5_000 + i, i));
                client.awaitCallback("release", halt.haltId());
                assertThat(client.check().path("event").asText()).isEqualTo("checked");
            }
            assertThat(client.callbacks("halt")).isEqualTo(written);
            awaitAllAcknowledged(written, Status.RECEIVED);
            awaitAllAcknowledged(written, Status.STOPPED);
        }
    }

    private static void writeOverARestart(boolean restart, Halt halt) throws Exception {
        if (restart) {
            stand.stopGateway();
        }
        stand.halts().write(halt);
        if (restart) {
            stand.startGateway();
        }
    }

    private void awaitAllAcknowledged(List<String> halts, Status status) {
        await().atMost(ClientProcess.PATIENCE)
                .untilAsserted(() -> assertThat(stand.acks().of(session).stream()
                                .filter(ack -> ack.status() == status)
                                .map(Acknowledgement::haltId)
                                // A gateway that goes between writing one and saying so gets it again.
                                .distinct())
                        .containsExactlyInAnyOrderElementsOf(halts));
    }

    @Test
    void aHaltThatIsWrittenWhileTheConnectionIsBrokenArrivesAfterwards() throws Exception {
        try (BreakableProxy proxy = new BreakableProxy(stand.gateway());
                ClientProcess client = ClientProcess.start(language, ClientOptions.of(proxy.address(), session))) {
            client.awaitConnections(1);
            proxy.cut();
            client.awaitDisconnected();
            Halt halt = guardHalt(scope, 10, 1_000);
            stand.halts().write(halt);
            assertThat(client.check().path("event").asText()).isEqualTo("checked");

            proxy.mend();

            assertThat(client.awaitCheck("halted").path("halt_id").asText()).isEqualTo(halt.haltId());
        }
    }

    @Test
    void aConnectionThatFallsSilentIsGivenUp() throws Exception {
        try (BreakableProxy proxy = new BreakableProxy(stand.gateway());
                ClientProcess client = ClientProcess.start(
                        language, ClientOptions.of(proxy.address(), session).heartbeatTimeout(1.5))) {
            client.awaitConnections(1);
            proxy.fallSilent();
            stand.halts().write(guardHalt(scope, 10, 1_000));
            client.awaitDisconnected();

            proxy.mend();

            client.awaitCheck("halted");
        }
    }

    @Test
    void aHaltOnceSeenStaysInForceWhileDisconnected() throws Exception {
        try (BreakableProxy proxy = new BreakableProxy(stand.gateway());
                ClientProcess client = ClientProcess.start(language, ClientOptions.of(proxy.address(), session))) {
            stand.halts().write(operatorHalt(scope, 1_000));
            client.awaitCheck("halted");
            proxy.cut();
            client.awaitDisconnected();
            stand.halts().write(release(scope, 2_000, -1));
            assertThat(client.check().path("event").asText()).isEqualTo("halted");

            proxy.mend();

            client.awaitCheck("checked");
        }
    }
}
