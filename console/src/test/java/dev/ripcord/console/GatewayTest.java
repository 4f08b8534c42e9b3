package dev.ripcord.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Writer;
import dev.ripcord.topic.SessionKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
            topics.write(Topics.guardHalt(Scope.session(Topics.session()), 10));
            topics.write(Topics.guardHalt(scope, 11));
            client.awaitOne(one -> one.event().equals("record"));
            assertThat(client.received("record")).extracting(Following.Received::key).containsOnly(scope.key() + "/guard");
            client.awaitOne(one -> one.event().equals("guard"));
        }
    }
}
