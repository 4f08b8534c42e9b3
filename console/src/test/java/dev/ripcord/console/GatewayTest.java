package dev.ripcord.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Writer;
import dev.ripcord.topic.SessionKey;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTest {
    private static LocalKafka kafka;
    private static Topics topics;
    private static Gateway gateway;
    private static Http http;

    private final SessionKey session = Topics.session();
    private final Scope scope = Scope.session(session);

    @BeforeAll
    static void start() throws Exception {
        kafka = LocalKafka.start();
        topics = new Topics(kafka.bootstrapServers()).created();
        gateway = Gateway.start(GatewaySettings.local(topics.client()));
        http = Http.to(gateway);
        await().until(() -> http.get("/v1/check?session=any").status() == 200);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        topics.close();
        kafka.close();
    }

    @Test
    void aSessionThatNobodyHaltedMayGoOn() throws Exception {
        var reply = http.get("/v1/check?session=" + session.session());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("verdict").asText()).isEqualTo("allowed");
        assertThat(reply.json().has("guard")).isTrue();
    }

    @Test
    void whatAnOperatorHaltsIsHaltedUntilItIsReleased() throws Exception {
        String body = "{\"scope\":\"" + scope.key() + "\",\"reason\":\"looks wrong\"}";
        var halted = http.post("/v1/halts", body);
        assertThat(halted.status()).isEqualTo(201);
        assertThat(halted.json().path("actor").path("name").asText()).isEqualTo("local");

        var check = http.get("/v1/check?session=" + session.session()).json();
        assertThat(check.path("verdict").asText()).isEqualTo("halted");
        assertThat(check.path("halt_id")).isEqualTo(halted.json().path("halt_id"));
        assertThat(check.path("scope").asText()).isEqualTo(scope.key());
        assertThat(check.path("since").asLong()).isPositive();

        assertThat(http.post("/v1/halts", body).status()).isEqualTo(200);
        assertThat(http.post("/v1/releases", body).status()).isEqualTo(201);
        assertThat(http.verdict("session=" + session.session())).isEqualTo("allowed");
        assertThat(http.post("/v1/releases", body).status()).isEqualTo(200);
    }

    @Test
    void aPauseOverAHaltOfTheGuardHidesItNot() throws Exception {
        topics.write(Topics.guardHalt(scope, 10));
        await().until(() -> http.verdict("session=" + session.session()).equals("halted"));
        String body = "{\"scope\":\"" + scope.key() + "\",\"reason\":\"being looked at\",\"expires_in\":\"10m\"}";
        assertThat(http.post("/v1/halts", body).status()).isEqualTo(201);

        var check = http.get("/v1/check?session=" + session.session()).json();
        assertThat(check.path("writer").asText()).isEqualTo("guard");
        assertThat(check.has("expires_at")).isFalse();
        assertThat(http.get("/v1/halts").json().path("halts"))
                .filteredOn(halt -> halt.path("scope").asText().equals(scope.key()))
                .extracting(halt -> halt.path("writer").asText())
                .containsExactly("operator", "guard");
    }

    @Test
    void aClientThatStartsAfterTheHaltIsToldOfIt() throws Exception {
        topics.write(Topics.guardHalt(scope, 10));
        await().until(() -> http.verdict("session=" + session.session()).equals("halted"));
        try (var late = http.follow("/v1/halts?session=" + session.session()).ready()) {
            assertThat(late.received("record")).singleElement().satisfies(record -> {
                assertThat(record.key()).isEqualTo(Halt.key(scope, Writer.GUARD));
                assertThat(record.json().path("record").asText()).startsWith("{\"kind\":\"halt\"");
                assertThat(record.json().path("time").asLong()).isPositive();
                assertThat(record.id()).isNotNull();
            });
        }
    }

    @Test
    void whoFollowsIsToldOfAHaltAtOnceAndOfNobodyElses() throws Exception {
        try (var client = http.follow("/v1/halts?session=" + session.session()).ready()) {
            Scope others = Scope.session(Topics.session());
            topics.write(Topics.guardHalt(others, 10));
            topics.write(Topics.guardHalt(scope, 11));
            client.awaitOne(one -> one.event().equals("record") && one.key().equals(scope.key() + "/guard"));
            assertThat(client.received("record"))
                    .extracting(Following.Received::key)
                    .doesNotContain(others.key() + "/guard");
            client.awaitOne(one -> one.event().equals("guard"));
        }
    }

    @Test
    void whatAHaltedSessionHasBegunIsRefused() throws Exception {
        topics.write(Topics.guardHalt(Scope.parse("lineage/default/" + session.session()), 10));
        await().until(() -> http.verdict("session=" + session.session()).equals("halted"));
        assertThat(http.verdict("session=child&root=" + session.session())).isEqualTo("halted");
        assertThat(http.verdict("session=grandchild&parent=child&root=" + session.session()))
                .isEqualTo("halted");
        assertThat(http.verdict("session=child&root=another")).isEqualTo("allowed");
        assertThat(http.verdict("session=child&tenant=acme&root=" + session.session()))
                .isEqualTo("allowed");
    }

    @Test
    void panicStopsEverybodyWithNoGuardAlive() throws Exception {
        assertThat(http.get("/v1/check?session=s").json().path("guard").asText())
                .isEqualTo("absent");
        assertThat(http.get("/v1/check?session=s").json().has("guard_lag_ms")).isFalse();
        try (var anybody = http.follow("/v1/halts?tenant=acme&session=s").ready()) {
            assertThat(http.post("/v1/halts", "{\"scope\":\"global\",\"reason\":\"panic\"}")
                            .status())
                    .isEqualTo(201);
            assertThat(http.verdict("session=s&tenant=acme")).isEqualTo("halted");
            anybody.awaitOne(one -> one.event().equals("record") && one.key().equals("global/operator"));
        } finally {
            http.post("/v1/releases", "{\"scope\":\"global\",\"reason\":\"over\"}");
        }
        assertThat(http.verdict("session=s&tenant=acme")).isEqualTo("allowed");
    }

    @Test
    void aPauseEndsByItself() throws Exception {
        String body = "{\"scope\":\"" + scope.key() + "\",\"reason\":\"r\",\"expires_in\":\"700ms\"}";
        assertThat(http.post("/v1/halts", body).json().has("expires_at")).isTrue();
        assertThat(http.verdict("session=" + session.session())).isEqualTo("halted");
        await().until(() -> http.verdict("session=" + session.session()).equals("allowed"));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws Exception {
        var check = http.get("/v1/check?tenat=acme&agent=" + "a".repeat(1_025) + "&root=r&root=s");
        assertThat(check.status()).isEqualTo(400);
        assertThat(check.json().path("errors")).hasSize(4);
        assertThat(check.errors())
                .contains("parameter 'tenat' is unknown", "agent has 1025 characters", "root is there 2 times")
                .contains("session is missing");
        var halt = http.post("/v1/halts", "{\"scope\":\"planet/x\",\"expires\":\"10m\",\"expires_in\":\"soon\"}");
        assertThat(halt.status()).isEqualTo(400);
        assertThat(halt.json().path("errors")).hasSize(4);
        assertThat(http.post("/v1/halts", "{").errors()).contains("the body is not JSON");
        assertThat(http.post("/v1/mutes", "{\"for\":\"1h\",\"reason\":\"r\"}").errors())
                .contains("names neither");
    }

    @Test
    void whatIsNotThereIsToldInJsonAsWell() throws Exception {
        assertThat(http.get("/v2/anything").status()).isEqualTo(404);
        assertThat(http.get("/v2/anything").errors()).contains("there is no GET /v2/anything");
        assertThat(http.get("/page/other.js").status()).isEqualTo(404);
        assertThat(http.post("/v1/check", "{}").status()).isEqualTo(404);
        assertThat(http.get("/v1/check?session=" + "s".repeat(20_000)).status()).isIn(400, 414, 431);
    }

    @Test
    void aFileThatIsWrongKeepsAGatewayFromStarting(@TempDir Path directory) throws Exception {
        Path wrong = Files.writeString(directory.resolve("wrong.yaml"), "nothing: right\n");
        GatewaySettings settings = GatewaySettings.local(topics.client());
        assertThatThrownBy(() -> Gateway.start(settings.withWebhooks(wrong)))
                .isInstanceOf(RefusedSettings.class)
                .hasMessageContaining("wrong.yaml:1");
        assertThatThrownBy(() -> Gateway.start(settings.withApiKeys(wrong)))
                .isInstanceOf(RefusedSettings.class)
                .hasMessageContaining("must be a list of keys");
        assertThatThrownBy(() -> Gateway.start(
                        settings.at(GatewaySettings.LOOPBACK, http.address().getPort())))
                .isInstanceOf(RefusedSettings.class)
                .hasMessageContaining("does not start");
    }
}
