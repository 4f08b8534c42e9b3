package dev.ripcord.deploy.clients;

import static dev.ripcord.deploy.clients.HaltRecords.guardHalt;
import static dev.ripcord.deploy.clients.HaltRecords.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client does while nobody watches: the guard is absent or stale, or the gateway is gone. In every language. */
@ParameterizedClass
@EnumSource(ClientLanguage.class)
@Timeout(60)
class ClientWatchingIT {
    private static final double STALE_AFTER = 2.0;

    private static Stand stand;

    @Parameter
    private ClientLanguage language;

    private final String session = HaltRecords.newSession();

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
    void aClientThatFailsClosedStopsWhileNobodyWatches() throws Exception {
        try (BreakableProxy proxy = new BreakableProxy(stand.gateway());
                ClientProcess client = ClientProcess.start(
                        language,
                        ClientOptions.of(proxy.address(), session).failClosed().staleAfter(STALE_AFTER))) {
            assertThat(client.awaitCheck("unavailable").path("reason").asText()).contains("the guard");

            try (Heart heart = stand.heart()) {
                client.awaitCheck("checked");
                proxy.cut();
                client.awaitCheck("unavailable");
                proxy.mend();
                client.awaitCheck("checked");
            }
            await().atMost(ClientProcess.PATIENCE)
                    .untilAsserted(() ->
                            assertThat(client.availability()).startsWith(false, true, false, true));
        }
    }

    @Test
    void aClientThatFailsOpenWarnsAndGoesOn() throws Exception {
        try (Heart heart = stand.heart();
                BreakableProxy proxy = new BreakableProxy(stand.gateway());
                ClientProcess client = ClientProcess.start(
                        language, ClientOptions.of(proxy.address(), session).staleAfter(STALE_AFTER))) {
            client.awaitConnections(1);
            await().atMost(ClientProcess.PATIENCE).until(() -> isWatched(client));
            int before = client.availability().size();
            proxy.cut();
            await().atMost(ClientProcess.PATIENCE).until(() -> !isWatched(client));
            assertThat(client.check().path("event").asText()).isEqualTo("checked");
            proxy.mend();
            await().atMost(ClientProcess.PATIENCE).until(() -> isWatched(client));

            assertThat(client.availability().subList(before, before + 2)).containsExactly(false, true);
            assertThat(client.log()).containsIgnoringCase(session);
        }
    }

    private static boolean isWatched(ClientProcess client) throws Exception {
        client.check();
        List<Boolean> said = client.availability();
        return said.isEmpty() || said.get(said.size() - 1);
    }

    @Test
    void aHaltSaysMoreThanThatNobodyWatches() throws Exception {
        stand.halts().write(guardHalt(scope(session), 10, 1_000));
        try (ClientProcess client = ClientProcess.start(
                language, ClientOptions.of(stand.gateway(), session).failClosed())) {
            assertThat(client.check().path("event").asText()).isEqualTo("halted");
        }
    }

    @Test
    void withoutAGatewayAClientThatFailsClosedTakesNoStep() throws Exception {
        try (BreakableProxy nowhere = new BreakableProxy(stand.gateway())) {
            nowhere.cut();
            try (ClientProcess client = ClientProcess.start(
                    language, ClientOptions.of(nowhere.address(), session).failClosed())) {
                assertThat(client.check().path("event").asText()).isEqualTo("unavailable");
            }
        }
    }
}
