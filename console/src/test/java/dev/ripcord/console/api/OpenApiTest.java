package dev.ripcord.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.console.Gateway;
import dev.ripcord.console.GatewaySettings;
import dev.ripcord.console.Http;
import dev.ripcord.console.Requests;
import dev.ripcord.console.Topics;
import dev.ripcord.console.metric.PrometheusText;
import dev.ripcord.halt.Scope;
import dev.ripcord.topic.SessionKey;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static final String SCOPE = "\"scope\":\"session/default/documented\"";
    private static final String EVENT = Requests.event("documented");

    private final Set<String> answered = new LinkedHashSet<>();
    private Http http;
    private OpenApiDocument document;

    @Test
    void everyRouteIsDescribedAndEveryAnswerIsAsDescribed() throws Exception {
        try (LocalKafka kafka = LocalKafka.start();
                Topics topics = new Topics(kafka.bootstrapServers()).created();
                Gateway gateway = Gateway.start(GatewaySettings.local(topics.client()))) {
            http = Http.to(gateway);
            await().until(() -> http.get("/v1/check?session=any").status() == 200
                    && http.get("/health").json().path("kafka").asText().equals("ok"));
            document = new OpenApiDocument(http.get("/openapi.json").response().body());

            assertThat(document.operations())
                    .containsExactlyInAnyOrderElementsOf(gateway.routes().stream()
                            .map(route -> route.method().name() + " " + route.path())
                            .toList());
            reading(topics);
            writing();
            past();
            assertThat(answered).containsExactlyInAnyOrderElementsOf(document.operations());
        }
    }

    private void reading(Topics topics) throws Exception {
        get("/openapi.json", "", 200);
        get("/health", "", 503);
        topics.heartbeat(3);
        await().until(() -> http.get("/health").status() == 200);
        get("/health", "", 200);
        assertThat(http.text("/metrics").headers().firstValue("Content-Type")).hasValue(PrometheusText.CONTENT_TYPE);
        answered.add("GET /metrics");
        get("/v1/check", "?session=documented", 200);
        topics.write(Topics.guardHalt(Scope.parse("agent/default/described"), 5));
        await().until(() -> http.verdict("session=documented&agent=described").equals("halted"));
        get("/v1/check", "?session=documented&agent=described", 200);
        get("/v1/check", "", 400);
        get("/v1/halts", "", 200);
        get("/v1/halts", "?tenat=acme", 400);
        get("/v1/signals", "?since=yesterday", 400);
        try (var signals = http.follow("/v1/signals").ready()) {
            assertThat(signals.received()).isNotEmpty();
            answered.add("GET /v1/signals");
        }
    }

    private void writing() throws Exception {
        post("/v1/halts", "{" + SCOPE + ",\"reason\":\"r\",\"expires_in\":\"10m\"}", 201);
        post("/v1/halts", "{" + SCOPE + ",\"reason\":\"r\",\"expires_in\":\"5m\"}", 200);
        post("/v1/acks", ack(halted()), 202);
        post("/v1/acks", ack("0".repeat(32)), 404);
        post("/v1/acks", "{}", 400);
        get("/v1/halts", "", 200);
        post("/v1/releases", "{" + SCOPE + ",\"reason\":\"r\"}", 201);
        post("/v1/releases", "{" + SCOPE + ",\"reason\":\"r\"}", 200);
        post("/v1/releases", "{\"scope\":\"never-halted\",\"reason\":\"r\"}", 200);
        post("/v1/mutes", "{" + SCOPE + ",\"reason\":\"r\",\"for\":\"2h\"}", 201);
        post("/v1/mutes", "{\"pattern\":\"cost-spike\",\"reason\":\"r\",\"for\":\"2h\"}", 201);
        post("/v1/mutes", "{}", 400);
        post("/v1/events", EVENT, 202);
        post("/v1/events", "[" + EVENT + ",{}]", 422);
        post("/v1/events", "[" + EVENT, 400);
        post("/v1/halts", " ".repeat(100_000), 413);
    }

    private void past() throws Exception {
        await().until(() -> http.get("/v1/sessions").status() == 200
                && http.get("/v1/halts/grouped").status() == 200);
        get("/v1/sessions", "", 200);
        get("/v1/sessions", "?sort=size", 400);
        get("/v1/halts/grouped", "", 200);
        get("/v1/halts/grouped", "?by=colour", 400);
        String session = "/v1/sessions/{id}";
        of(session, "", 200);
        of(session, "?tenant=acme", 404);
        of(session, "?tenat=acme", 400);
        of(session + "/timeline", "?payload=true&facts=true", 200);
        of(session + "/timeline", "?from=0", 400);
        of(session + "/events/{step}", "", 200);
        of(session + "/state", "", 200);
        of(session + "/state", "?at=x", 400);
    }

    private void of(String path, String query, int status) throws Exception {
        String asked = path.replace("{id}", "documented").replace("{step}", "1") + query;
        check("GET", path, status, http.get(asked));
    }

    private String halted() throws Exception {
        return http.get("/v1/check?session=documented").json().path("halt_id").asText();
    }

    private static String ack(String haltId) {
        return Requests.ack(haltId, new SessionKey("default", "documented"), "stopped");
    }

    private void get(String path, String query, int status) throws Exception {
        check("GET", path, status, http.get(path + query));
    }

    private void post(String path, String body, int status) throws Exception {
        check("POST", path, status, http.post(path, "application/json", body.getBytes(StandardCharsets.UTF_8)));
    }

    private void check(String method, String path, int status, Http.Reply reply) throws Exception {
        String body = reply.response().body();
        assertThat(reply.status()).as(method + " " + path + " " + body).isEqualTo(status);
        assertThat(document.problems(method, path, status, body)).as(body).isEmpty();
        answered.add(method + " " + path);
    }
}
