package dev.ripcord.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.console.api.OpenApiDocument;
import dev.ripcord.console.webhook.Examples;
import dev.ripcord.console.webhook.Receiver;
import dev.ripcord.console.webhook.Receiver.Answer;
import dev.ripcord.halt.Scope;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.Severity;
import dev.ripcord.signal.Signal;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator and Prometheus see of a gateway, over HTTP. */
class ObservedGatewayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CHAT = "{hook=\"chat\"}";

    @TempDir
    static Path directory;

    private static LocalKafka kafka;
    private static Topics topics;
    private static Receiver receiver;
    private static Gateway gateway;
    private static Http http;

    @BeforeAll
    static void start() throws Exception {
        kafka = LocalKafka.start();
        topics = new Topics(kafka.bootstrapServers()).created();
        receiver = Receiver.answering(Answer.status(500));
        Path webhooks = Files.writeString(directory.resolve("webhooks.yaml"), """
                hooks:
                  - { name: chat, template: json, url: 'URL', allow_private: true, attempts: 1 }
                """.replace("URL", receiver.url()));
        gateway = Gateway.start(GatewaySettings.local(topics.client()).withWebhooks(webhooks));
        http = Http.to(gateway);
        await().atMost(PATIENCE).until(() -> health().path("status").asText().equals("ok"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        receiver.close();
        topics.close();
        kafka.close();
    }

    /** With a guard that is alive. */
    private static JsonNode health() throws Exception {
        topics.heartbeat(40);
        return http.get("/health").json();
    }

    private static JsonNode chat() throws Exception {
        return health().at("/webhooks/hooks/0");
    }

    private static void signalOf(String pattern) throws Exception {
        Signal signal = Examples.signal(pattern, "acme", "invoice-9", Mode.ENFORCE, Action.HALT, Severity.CRITICAL);
        topics.write(Topic.SIGNALS, signal.session().key(), Json.bytes(signal));
    }

    @Test
    void aReceiverThatIsDownDegradesTheGatewayAndNoMoreUntilItTakesADelivery() throws Exception {
        double failedBefore = ScrapedMetrics.of(http).value("ripcord_gateway_webhook_failed_total" + CHAT);
        assertThat(failedBefore).isZero();
        assertThat(chat().has("last_error")).isFalse();
        signalOf("identical-call");
        await().atMost(PATIENCE).until(() -> chat().path("failed").asLong() == 1);

        topics.heartbeat(40);
        await().until(() -> !http.get("/health").json().path("status").asText().equals("unavailable"));
        var degraded = http.get("/health");
        assertThat(degraded.status()).isEqualTo(200);
        assertThat(degraded.json().path("status").asText()).isEqualTo("degraded");
        assertThat(degraded.json().at("/webhooks/topics").asText()).isEqualTo("ok");
        assertThat(degraded.json().at("/webhooks/hooks/0/status").asText()).isEqualTo("failing");
        assertThat(degraded.json().at("/webhooks/hooks/0/last_error").asText()).isEqualTo("it answered 500");
        assertThat(degraded.json().at("/webhooks/hooks/0/last_error_at").asLong())
                .isCloseTo(WallClock.SYSTEM.millis(), Offset.offset(PATIENCE.toMillis()));
        assertThat(degraded.response().body()).doesNotContain("path-is-secret", "127.0.0.1");
        var document = new OpenApiDocument(http.get("/openapi.json").response().body());
        assertThat(document.problems("GET", "/health", 200, degraded.response().body()))
                .isEmpty();
        ScrapedMetrics failing = ScrapedMetrics.of(http);
        assertThat(failing.value("ripcord_gateway_webhook_failed_total" + CHAT)).isEqualTo(1);
        assertThat(failing.value("ripcord_gateway_webhook_ok" + CHAT)).isZero();

        receiver.answer(Answer.OK);
        signalOf("cost-spike");
        await().atMost(PATIENCE).until(() -> chat().path("status").asText().equals("ok"));
        assertThat(health().path("status").asText()).isEqualTo("ok");
        ScrapedMetrics over = ScrapedMetrics.of(http);
        assertThat(over.value("ripcord_gateway_webhook_ok" + CHAT)).isEqualTo(1);
        assertThat(over.value("ripcord_gateway_webhook_delivered_total" + CHAT)).isEqualTo(1);
        assertThat(over.value("ripcord_gateway_webhook_failed_total" + CHAT)).isEqualTo(1);
        assertThat(over.value("ripcord_gateway_webhook_waiting" + CHAT)).isZero();
    }

    @Test
    void whatAgentsAskAndWhatStandsIsCounted() throws Exception {
        SessionKey session = Topics.session();
        ScrapedMetrics before = ScrapedMetrics.of(http);
        http.verdict("session=" + session.session());
        topics.write(Topics.guardHalt(Scope.session(session), 10));
        await().until(() -> http.verdict("session=" + session.session()).equals("halted"));
        http.post("/v1/halts", "{\"scope\":\"agent/default/buyer\",\"reason\":\"r\"}");
        try (var follows = http.follow("/v1/halts?session=" + session.session()).ready()) {
            assertThat(follows.received("record")).hasSize(1);
            assertThat(ScrapedMetrics.of(http).value("ripcord_gateway_streams")).isEqualTo(1);
        }
        ScrapedMetrics after = ScrapedMetrics.of(http);
        for (String sample : new String[] {
            "ripcord_gateway_checks_total{verdict=\"halted\"}",
            "ripcord_gateway_halts_in_force{writer=\"guard\"}",
            "ripcord_gateway_halts_in_force{writer=\"operator\"}"
        }) {
            assertThat(after.value(sample)).as(sample).isEqualTo(before.value(sample) + 1);
        }
        assertThat(after.value("ripcord_gateway_checks_total{verdict=\"allowed\"}"))
                .isGreaterThan(before.value("ripcord_gateway_checks_total{verdict=\"allowed\"}"));
        await().until(() -> gateway.followers() == 0);
        assertThat(ScrapedMetrics.of(http).value("ripcord_gateway_streams")).isZero();
    }

    @Test
    void whatOperatorsAreToldToAlertOnIsThere() throws Exception {
        topics.heartbeat(40);
        await().until(() -> ScrapedMetrics.of(http).names().contains("ripcord_gateway_guard_lag_seconds"));
        String page = Files.readString(Path.of("../docs/operating.md"));
        var named = Pattern.compile("ripcord_gateway_[a-z_]+").matcher(page).results();
        assertThat(named.map(MatchResult::group).distinct().toList())
                .hasSizeGreaterThan(5)
                .isSubsetOf(ScrapedMetrics.of(http).names());
    }

    @Test
    void howFarWhatIsReadReachesIsTold() throws Exception {
        topics.heartbeat(40);
        long now = WallClock.SYSTEM.millis();
        String newest = "ripcord_gateway_reader_newest_record_timestamp_seconds{reader=\"heartbeat\"}";
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ScrapedMetrics.of(http).value(newest) * 1_000)
                        .isGreaterThan(now - 1_000));
        ScrapedMetrics metrics = ScrapedMetrics.of(http);
        for (String reader : new String[] {"halts", "acks", "signals", "stops", "sessions", "heartbeat"}) {
            assertThat(metrics.value("ripcord_gateway_reader_failing{reader=\"" + reader + "\"}"))
                    .isZero();
        }
        String behind = "ripcord_gateway_reader_lag_records{reader=\"halts\"}";
        // How far a reader is behind is not known before it has read.
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(ScrapedMetrics.of(http).value(behind)).isZero());
        assertThat(metrics.value("ripcord_gateway_ok{part=\"guard\"}")).isEqualTo(1);
        assertThat(metrics.value("ripcord_gateway_guard_lag_seconds")).isBetween(0.04, 5.0);
        assertThat(metrics.value("ripcord_gateway_webhooks_reading")).isEqualTo(1);
    }
}
