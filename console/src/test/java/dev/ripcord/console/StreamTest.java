package dev.ripcord.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.console.Following.Received;
import dev.ripcord.console.stream.StreamLimits;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Scope;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StreamTest {
    private static final int QUEUED = 50;
    private static final int MOST_CLIENTS = 20;

    private static LocalKafka kafka;
    private static Topics topics;
    private static Gateway gateway;
    private static Http http;

    private final SessionKey session = Topics.session();
    private final Scope scope = Scope.session(session);
    private final String path = "/v1/halts?session=" + session.session();

    @BeforeAll
    static void start() throws Exception {
        kafka = LocalKafka.start();
        topics = new Topics(kafka.bootstrapServers()).created();
        gateway = Gateway.start(GatewaySettings.local(topics.client())
                .withStreams(new StreamLimits(MOST_CLIENTS, QUEUED, 64 << 20, Duration.ofMillis(200))));
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
    void whoReconnectsGetsWhatCameMeanwhileAndNothingTwice() throws Exception {
        String seen;
        try (var first = http.follow(path).ready()) {
            topics.write(Topics.guardHalt(scope, 5));
            seen = first.awaitOne(one -> one.event().equals("record")).id();
        }
        topics.write(Topics.guardHalt(new Scope(scope.kind(), "other", scope.id()), 6));
        topics.write(Topics.guardHalt(Scope.parse("lineage/default/" + session.session()), 7));
        await().until(() -> http.get("/v1/halts").json().toString().contains("lineage/default/" + session.session()));
        try (var again = http.follow(path, seen).ready()) {
            assertThat(again.received("record"))
                    .extracting(Received::key)
                    .containsExactly("lineage/default/" + session.session() + "/guard");
            assertThat(again.received("reset")).isEmpty();
        }
    }

    @Test
    void whatCannotBeResumedBeginsAnew() throws Exception {
        topics.write(Topics.guardHalt(scope, 5));
        await().until(() -> http.verdict("session=" + session.session()).equals("halted"));
        try (var lost = http.follow(path, "999999").ready()) {
            assertThat(lost.received()).extracting(Received::event).startsWith("reset", "record", "ready");
        }
        assertThat(http.send(http.request(path)
                                .header("Accept", "text/event-stream")
                                .header("Last-Event-ID", "yesterday")
                                .GET())
                        .errors())
                .contains("Last-Event-ID is no id of this stream");
    }

    @Test
    void aRemovedKeyIsTold() throws Exception {
        Halt halt = Topics.guardHalt(scope, 5);
        try (var client = http.follow(path).ready()) {
            topics.write(halt);
            client.awaitOne(one -> one.event().equals("record"));
            topics.remove(halt.key());
            assertThat(client.awaitOne(one -> one.event().equals("removed")).key())
                    .isEqualTo(halt.key());
        }
        assertThat(http.verdict("session=" + session.session())).isEqualTo("allowed");
    }

    @Test
    void mutesReachWhoFollowsEverythingAndNoAgent() throws Exception {
        Mute mute = Mute.ofScope(scope, "watching", new Actor(Actor.Kind.PERSON, "maria"), 1, 2);
        try (var agent = http.follow(path).ready();
                var observer = http.follow("/v1/halts").ready()) {
            topics.write(mute);
            observer.awaitOne(one -> one.event().equals("record") && one.key().equals(mute.key()));
            topics.write(Topics.guardHalt(scope, 5));
            agent.awaitOne(one -> one.event().equals("record"));
            assertThat(agent.received("record")).extracting(Received::key).doesNotContain(mute.key());
        }
    }

    @Test
    void theHeartbeatSaysHowTheGuardStands() throws Exception {
        try (var client = http.follow(path).ready()) {
            await().until(() -> client.received("guard").size() >= 3);
            assertThat(client.received("guard").get(0).json().path("guard").asText())
                    .isIn("absent", "live", "stale");
        }
    }

    @Test
    void whoDoesNotReadIsCutOffAndResumesWithoutLoss() throws Exception {
        topics.write(Topics.guardHalt(scope, 5));
        await().until(() -> http.verdict("session=" + session.session()).equals("halted"));
        await().until(() -> gateway.followers() == 0);
        List<String> keys = new ArrayList<>();
        String seen;
        try (var slow = SlowClient.connect(gateway.address(), "/v1/halts")) {
            seen = slow.readUntilReady();
            for (int number = 0; number < 4 * QUEUED; number++) {
                Halt halt = large(Topics.session(), number);
                keys.add(halt.key());
                topics.write(halt);
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> gateway.followers() == 0);
        }
        assertThat(ScrapedMetrics.of(http).value("ripcord_gateway_streams_cut_off_total"))
                .isEqualTo(1);
        try (var again = http.follow("/v1/halts", seen).ready()) {
            assertThat(again.received("reset")).isEmpty();
            assertThat(again.received("record")).extracting(Received::key).containsSubsequence(keys);
        }
    }

    private static Halt large(SessionKey session, long issuedAt) {
        return Halt.byOperator(
                "37e65e7e0fc76d5ead9afe3245f5a5a1",
                Scope.session(session),
                "because ".repeat(25_000),
                new Actor(Actor.Kind.PERSON, "maria"),
                issuedAt,
                null,
                List.of());
    }

    @Test
    void thereIsAPlaceForSoManyClientsAndForOthersOnceTheyAreGone() throws Exception {
        List<Following> clients = new ArrayList<>();
        await().until(() -> gateway.followers() == 0);
        for (int number = 0; number < MOST_CLIENTS; number++) {
            clients.add(http.follow(path).ready());
        }
        var refused = http.send(
                http.request(path).header("Accept", "text/event-stream").GET());
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.errors()).contains("the most that are served");
        ScrapedMetrics metrics = ScrapedMetrics.of(http);
        assertThat(metrics.value("ripcord_gateway_streams_refused_total")).isPositive();
        assertThat(metrics.value("ripcord_gateway_streams_limit")).isEqualTo(MOST_CLIENTS);
        clients.forEach(Following::close);
        await().until(() -> gateway.followers() == 0);
        http.follow(path).ready().close();
    }

    @Test
    void signalsAreFollowedAndResumedByPlaceAndByTime() throws Exception {
        String seen;
        try (var client = http.follow("/v1/signals").ready()) {
            signal("first");
            seen = client.awaitOne(
                            one -> one.event().equals("signal") && one.data().contains("first"))
                    .id();
            assertThat(seen).matches("0:-?\\d+,1:-?\\d+,2:-?\\d+");
        }
        signal("second");
        await().untilAsserted(() -> {
            try (var again = http.follow("/v1/signals", seen).ready()) {
                assertThat(again.received("signal"))
                        .singleElement()
                        .matches(one -> one.data().contains("second"));
            }
        });
        try (var since = http.follow("/v1/signals?since=10m").ready()) {
            assertThat(since.received("signal")).hasSize(2);
        }
        try (var elsewhere = http.follow("/v1/signals", "0:999").ready()) {
            assertThat(elsewhere.received()).extracting(Received::event).startsWith("reset", "signal");
        }
    }

    private void signal(String id) throws Exception {
        String signal = "{\"signal_id\":\"" + id + "\",\n\"message\":\"two\\nlines\"}";
        topics.write(Topic.SIGNALS, session.key(), signal.getBytes(StandardCharsets.UTF_8));
    }
}
