package dev.ripcord.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.topic.Topic;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
    private static final String STREAM = "text/event-stream";

    @TempDir
    static Path directory;

    private static LocalKafka kafka;
    private static Topics topics;
    private static Gateway gateway;
    private static Http nobody;
    private static Http agent;
    private static Http observer;
    private static Http operator;
    private static Http acme;

    @BeforeAll
    static void start() throws Exception {
        kafka = LocalKafka.start();
        topics = new Topics(kafka.bootstrapServers()).created();
        Path keys = Files.writeString(
                directory.resolve("keys.yaml"),
                key("agents", "agent", "")
                        + key("watcher", "observer", "")
                        + key("maria", "operator", "")
                        + key("acme-ops", "operator", "tenant: acme, "));
        gateway = Gateway.start(GatewaySettings.local(topics.client()).withApiKeys(keys));
        nobody = Http.to(gateway);
        agent = nobody.withKey("key of agents");
        observer = nobody.withKey("key of watcher");
        operator = nobody.withKey("key of maria");
        acme = nobody.withKey("key of acme-ops");
        await().until(() -> agent.get("/v1/check?session=any").status() == 200);
    }

    private static String key(String name, String role, String more) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(("key of " + name).getBytes());
        return "- {name: " + name + ", role: " + role + ", " + more + "sha256: "
                + HexFormat.of().formatHex(hash) + "}\n";
    }

    @AfterAll
    static void stop() {
        gateway.close();
        topics.close();
        kafka.close();
    }

    @Test
    void withoutAKeyOnlyHealthMetricsAndTheDescriptionAreAnswered() throws Exception {
        assertThat(nobody.get("/v1/check?session=s").status()).isEqualTo(401);
        assertThat(nobody.get("/v1/check?session=s").errors()).contains("Authorization: Bearer KEY");
        assertThat(nobody.withKey("guess").get("/v1/check?session=s").status()).isEqualTo(401);
        assertThat(nobody.get("/health").status()).isIn(200, 503);
        assertThat(nobody.get("/openapi.json").status()).isEqualTo(200);
        // What everybody may read names nobody.
        operator.post("/v1/halts", "{\"scope\":\"session/acme/secret-id\",\"reason\":\"r\"}");
        var metrics = nobody.text("/metrics");
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("ripcord_gateway_halts_in_force{").doesNotContain("secret-id", "acme");
    }

    @Test
    void anAgentChecksAndFollowsOneSessionAndNoMore() throws Exception {
        agent.follow("/v1/halts?session=s").ready().close();
        assertThat(agent.get("/v1/halts").status()).isEqualTo(403);
        assertThat(agent.send(agent.request("/v1/halts")
                                .header("Accept", STREAM)
                                .GET())
                        .errors())
                .contains("has role agent, which may not follow everybody's halts");
        assertThat(agent.send(agent.request("/v1/signals")
                                .header("Accept", STREAM)
                                .GET())
                        .status())
                .isEqualTo(403);
        assertThat(agent.post("/v1/halts", "{\"scope\":\"s\",\"reason\":\"r\"}").status())
                .isEqualTo(403);
    }

    @Test
    void anObserverReadsEverythingAndWritesNothing() throws Exception {
        assertThat(observer.get("/v1/halts").status()).isEqualTo(200);
        observer.follow("/v1/halts").ready().close();
        assertThat(observer.post("/v1/releases", "{}").status()).isEqualTo(403);
        assertThat(observer.post("/v1/events", "{}").status()).isEqualTo(403);
        assertThat(observer.post("/v1/acks", "{}").status()).isEqualTo(403);
    }

    @Test
    void theNameOfTheKeyIsTheActor() throws Exception {
        var halt = operator.post("/v1/halts", "{\"scope\":\"by-maria\",\"reason\":\"r\"}");
        assertThat(halt.status()).isEqualTo(201);
        assertThat(halt.json().path("actor").toString()).isEqualTo("{\"kind\":\"person\",\"name\":\"maria\"}");
    }

    @Test
    void aKeyOfOneTenantIsForNothingElse() throws Exception {
        assertThat(acme.get("/v1/check?session=s&tenant=acme").status()).isEqualTo(200);
        assertThat(acme.get("/v1/check?session=s").errors()).contains("is for tenant acme alone");
        assertThat(acme.post("/v1/halts", "{\"scope\":\"session/acme/s\",\"reason\":\"r\"}")
                        .status())
                .isEqualTo(201);
        for (String scope : new String[] {"s", "global", "tenant/other"}) {
            assertThat(acme.post("/v1/halts", "{\"scope\":\"" + scope + "\",\"reason\":\"r\"}")
                            .status())
                    .as(scope)
                    .isEqualTo(403);
        }
        assertThat(acme.post("/v1/mutes", "{\"pattern\":\"p\",\"for\":\"1h\",\"reason\":\"r\"}")
                        .status())
                .isEqualTo(403);
        assertThat(acme.get("/v1/halts?tenant=other").status()).isEqualTo(403);
        var events = acme.post("/v1/events", Requests.event("s"));
        assertThat(events.status()).isEqualTo(422);
        assertThat(events.json().toString()).contains("the event is of tenant default");
        operator.post("/v1/halts", "{\"scope\":\"session/other/hidden\",\"reason\":\"r\"}");
        assertThat(acme.get("/v1/halts").json().toString()).doesNotContain("hidden");
    }

    @Test
    void whatSessionsDidIsForObserversOfTheirTenant() throws Exception {
        for (String path : new String[] {
            "/v1/sessions",
            "/v1/sessions/s",
            "/v1/sessions/s/timeline",
            "/v1/sessions/s/events/1",
            "/v1/sessions/s/state",
            "/v1/halts/grouped"
        }) {
            assertThat(nobody.get(path).status()).as(path).isEqualTo(401);
            assertThat(agent.get(path).status()).as(path).isEqualTo(403);
            assertThat(acme.get(path + "?tenant=other").status()).as(path).isEqualTo(403);
        }
        assertThat(acme.get("/v1/sessions/s").status()).isEqualTo(403);
        assertThat(acme.get("/v1/sessions/s?tenant=acme").status()).isEqualTo(404);
        topics.write(Topic.EVENTS, "seen", Requests.event("seen").getBytes(StandardCharsets.UTF_8));
        assertThat(observer.get("/v1/sessions/seen/timeline").json().path("entries"))
                .hasSize(1);
    }

    @Test
    void thePageItselfHoldsNothingAndNeedsNoKey() throws Exception {
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(nobody.request("/sessions/any").GET().build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self';"));
        assertThat(page.body()).contains("<main").doesNotContain("sessions/any");
    }

    @Test
    void ofAGlobalHaltATenantHearsOfItsOwnSessionsAlone() throws Exception {
        String body = "{\"scope\":\"global\",\"reason\":\"panic\"}";
        String haltId = operator.post("/v1/halts", body).json().path("halt_id").asText();
        try {
            for (String tenant : new String[] {"other", "acme"}) {
                String ack = "{\"halt_id\":\"" + haltId + "\",\"scope\":{\"kind\":\"global\"},\"tenant_id\":\"" + tenant
                        + "\",\"session_id\":\"of-" + tenant + "\",\"status\":\"stopped\",\"at\":1}";
                assertThat(agent.post("/v1/acks", ack).status()).isEqualTo(202);
            }
            await().until(() -> operator.get("/v1/halts").json().toString().contains("\"stopped\":2"));
            // The latest first.
            String seen = acme.get("/v1/halts").json().path("halts").path(0).toString();
            assertThat(seen).contains(haltId, "acme/of-acme").doesNotContain("other", "\"sessions\"", "stopped_at");
        } finally {
            operator.post("/v1/releases", body);
        }
    }

    @Test
    void withoutKeysOnlyThisMachineIsServed() {
        assertThatThrownBy(() ->
                        Gateway.start(GatewaySettings.local(new Properties()).at("0.0.0.0", 0)))
                .isInstanceOf(RefusedSettings.class)
                .hasMessageContaining("without a file of API keys")
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void withoutKeysAWebPageMayNotHaltOrRelease() throws Exception {
        try (Gateway open = Gateway.start(GatewaySettings.local(topics.client()))) {
            Http http = Http.to(open);
            await().until(() -> http.get("/v1/check?session=any").status() == 200);
            assertThat(http.send(http.request("/v1/check?session=any")
                                    .header("Origin", "https://evil.example")
                                    .GET())
                            .status())
                    .isEqualTo(403);
            var plain = http.post("/v1/releases", "text/plain", "{\"scope\":\"s\",\"reason\":\"r\"}".getBytes());
            assertThat(plain.status()).isEqualTo(400);
            assertThat(plain.errors()).contains("Content-Type is 'text/plain'");
        }
    }
}
