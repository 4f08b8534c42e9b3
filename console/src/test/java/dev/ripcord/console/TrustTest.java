package dev.ripcord.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.SigningKey;
import dev.ripcord.halt.TrustedKeys;
import dev.ripcord.halt.Writer;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrustTest {
    private static LocalKafka kafka;
    private static Topics topics;
    private static Gateway gateway;
    private static Http http;
    private static SigningKey key;
    private static TrustedKeys trusted;

    private final SessionKey session = Topics.session();
    private final Scope scope = Scope.session(session);
    private final String query = "session=" + session.session();

    @BeforeAll
    static void start() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = new SigningKey("ops-1", pair.getPrivate());
        trusted = new TrustedKeys(Map.of("ops-1", pair.getPublic()));
        kafka = LocalKafka.start();
        topics = new Topics(kafka.bootstrapServers()).created();
        gateway = Gateway.start(
                GatewaySettings.local(topics.client()).withTrusted(trusted).withSigning(key));
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
    void whatIsSignedCountsAndWhatIsForgedDoesNot() throws Exception {
        Halt halt = Topics.guardHalt(scope, 5);
        long refusedBefore = refused();
        topics.write(Topics.guardHalt(Scope.parse("global"), 5));
        topics.write(Topic.HALTS, halt.key(), altered(key.sign(halt)));
        topics.write(Topic.HALTS, "session/default/moved/guard", key.sign(halt));
        await().until(() -> refused() == refusedBefore + 3);
        assertThat(http.verdict(query)).isEqualTo("allowed");

        topics.write(Topic.HALTS, halt.key(), key.sign(halt));
        await().until(() -> http.verdict(query).equals("halted"));
    }

    @Test
    void aForgedReleaseATombstoneAndAnOldRecordEndNoHalt() throws Exception {
        var halted = http.post("/v1/halts", "{\"scope\":\"" + scope.key() + "\",\"reason\":\"r\"}");
        assertThat(halted.json().path("key_id").asText()).isEqualTo("ops-1");
        Actor maria = new Actor(Actor.Kind.PERSON, "maria");
        long later = halted.json().path("issued_at").asLong() + 1_000;
        var forged = Release.of(Writer.OPERATOR, scope, "r", maria, later, List.of(new Position(0, 99)));
        var old = Release.of(Writer.OPERATOR, scope, "r", maria, 1, List.of(new Position(0, 99)));
        topics.write(forged);
        topics.write(Topic.HALTS, old.key(), key.sign(old));
        topics.remove(old.key());
        Halt marker = Topics.guardHalt(Scope.session(Topics.session()), 5);
        topics.write(Topic.HALTS, marker.key(), key.sign(marker));
        await().until(() -> http.verdict("session=" + marker.scope().id()).equals("halted"));
        assertThat(http.verdict(query)).isEqualTo("halted");
    }

    @Test
    void whoFollowsGetsTheTextThatTheSignatureIsOver() throws Exception {
        Halt halt = Topics.guardHalt(scope, 5);
        byte[] text = key.sign(halt);
        try (var client = http.follow("/v1/halts?" + query).ready()) {
            topics.write(Topic.HALTS, halt.key(), text);
            var record = client.awaitOne(one -> one.event().equals("record"));
            assertThat(record.json().path("record").asText()).isEqualTo(new String(text, StandardCharsets.UTF_8));
        }
    }

    @Test
    void aGatewayThatCannotSignDoesNotWriteWhatNobodyWouldBelieve() throws Exception {
        try (Gateway mute = Gateway.start(GatewaySettings.local(topics.client()).withTrusted(trusted))) {
            Http other = Http.to(mute);
            await().until(() -> other.get("/v1/check?session=any").status() == 200);
            var reply = other.post("/v1/halts", "{\"scope\":\"s\",\"reason\":\"r\"}");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.errors()).contains("no key to sign with");
        }
    }

    @Test
    void aKeyThatTheGatewayWouldNotBelieveItselfKeepsItFromStarting() throws Exception {
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        GatewaySettings settings = GatewaySettings.local(topics.client()).withTrusted(trusted);
        assertThatThrownBy(() -> Gateway.start(settings.withSigning(new SigningKey("ops-2", other.getPrivate()))))
                .isInstanceOf(RefusedSettings.class)
                .hasMessageContaining("it is signed by key 'ops-2'; trusted are [ops-1]");
        assertThatThrownBy(() -> Gateway.start(settings.withSigning(new SigningKey("ops-1", other.getPrivate()))))
                .isInstanceOf(RefusedSettings.class)
                .hasMessageContaining("does not match its text");
    }

    private static byte[] altered(byte[] signed) {
        return new String(signed, StandardCharsets.UTF_8)
                .replace("4 times", "5 times")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static long refused() throws Exception {
        return http.get("/health").json().path("refused_records").asLong();
    }
}
