package dev.ripcord.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import dev.ripcord.json.Json;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WritingTest {
    private static final String LINES = "application/x-ndjson";

    private static LocalKafka kafka;
    private static Topics topics;
    private static Gateway gateway;
    private static Http http;

    private final SessionKey session = Topics.session();

    @BeforeAll
    static void start() throws Exception {
        kafka = LocalKafka.start();
        topics = new Topics(kafka.bootstrapServers()).created();
        gateway = Gateway.start(GatewaySettings.local(topics.client()));
        http = Http.to(gateway);
        await().until(() -> http.get("/v1/check?session=any").status() == 200
                && http.get("/health").json().path("kafka").asText().equals("ok"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        topics.close();
        kafka.close();
    }

    @Test
    void anEventIsWrittenAsItIsUnderItsSession() throws Exception {
        String event = Requests.event(session.session());
        assertThat(http.post("/v1/events", event).json().toString()).isEqualTo("{\"accepted\":1,\"rejected\":[]}");
        assertThat(events()).containsExactly(event);
    }

    @Test
    void eachEventOfAnArrayIsWrittenWithItsOwnBytes() throws Exception {
        String event = Requests.event(session.session());
        var reply = http.post("/v1/events", "\n[ " + event + " ,\t" + event + ",17,\"two\",{\"event_type\":\"x\"} ]\n");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(reply.json().path("rejected"))
                .extracting(one -> one.path("index").asInt())
                .containsExactly(2, 3, 4);
        assertThat(reply.json().path("rejected").path(2).path("problems").toString())
                .contains("session_id is missing")
                .contains("timestamp is missing");
        assertThat(events()).containsExactly(event, event);
    }

    @Test
    void jsonLinesAreTakenLineByLine() throws Exception {
        String event = Requests.event(session.session());
        byte[] body = (event + "\r\n\nno json\n" + event).getBytes(StandardCharsets.UTF_8);
        var reply = http.post("/v1/events", LINES, body);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("rejected").path(0).path("index").asInt()).isEqualTo(1);
        assertThat(events()).containsExactly(event + "\r", event);
    }

    @Test
    void whatCannotBeTakenApartIsRefusedAsAWhole() throws Exception {
        String event = Requests.event(session.session());
        assertThat(http.post("/v1/events", "[" + event + ",").status()).isEqualTo(400);
        assertThat(http.post("/v1/events", "[" + event + "] x").status()).isEqualTo(400);
        assertThat(http.post("/v1/events", "text/plain", event.getBytes()).errors())
                .contains("Content-Type");
        assertThat(http.post("/v1/events", LINES, "{}\n".repeat(1_001).getBytes())
                        .status())
                .isEqualTo(413);
        assertThat(http.post("/v1/events", "[" + "0,".repeat(1_000) + "0]").errors())
                .contains("more than 1000 events, the most at once");
        assertThat(http.post("/v1/events", "[" + "0,".repeat(999) + "0]").status())
                .isEqualTo(422);
        assertThat(http.post("/v1/events", LINES, new byte[(8 << 20) + 1]).status())
                .isEqualTo(413);
        assertThat(events()).isEmpty();
    }

    @Test
    void anAcknowledgementIsWrittenAndListedWithItsHalt() throws Exception {
        Halt halt = Topics.guardHalt(Scope.session(session), 5);
        topics.write(halt);
        assertThat(http.post("/v1/acks", Requests.ack(halt.haltId(), session, "received"))
                        .status())
                .isEqualTo(202);
        assertThat(http.post("/v1/acks", Requests.ack(halt.haltId(), session, "stopped"))
                        .status())
                .isEqualTo(202);
        var record = topics.all(Topic.ACKS).stream()
                .filter(one -> new String(one.key(), StandardCharsets.UTF_8).equals(session.key()))
                .findFirst()
                .orElseThrow();
        Acknowledgement ack = Json.read(record.value(), Acknowledgement.class);
        assertThat(ack.schemaVersion()).isEqualTo(1);
        assertThat(ack.client()).isEqualTo("test/1");
        await().untilAsserted(() -> {
            var listed = listed(halt.haltId());
            assertThat(listed.path("received_at").asLong()).isEqualTo(record.timestamp());
            assertThat(listed.path("stopped_at").asLong()).isGreaterThanOrEqualTo(record.timestamp());
            assertThat(listed.path("event_time").asLong()).isEqualTo(5);
            assertThat(listed.path("since").asLong()).isPositive();
            assertThat(listed.path("sessions").path("stopped").asInt()).isEqualTo(1);
            assertThat(listed.path("acknowledgements")).hasSize(2);
        });
    }

    @Test
    void anAcknowledgementIsOfAHaltThatThereIsAndOfASessionThatItMayStop() throws Exception {
        Halt halt = Topics.guardHalt(Scope.session(session), 5);
        topics.write(halt);
        assertThat(http.post("/v1/acks", Requests.ack("0".repeat(32), session, "stopped"))
                        .errors())
                .contains("there is no halt 00000000000000000000000000000000 of scope session/default/");
        String elsewhere = Requests.ack(halt.haltId(), session, "stopped")
                .replace("\"tenant_id\":\"default\"", "\"tenant_id\":\"acme\"");
        assertThat(http.post("/v1/acks", elsewhere).errors())
                .contains("scope is of tenant default and tenant_id is acme");
        assertThat(topics.all(Topic.ACKS))
                .noneMatch(one -> new String(one.value(), StandardCharsets.UTF_8).contains("acme"));
    }

    @Test
    void aHaltThatIsOverIsAcknowledgedAllTheSame() throws Exception {
        String body = "{\"scope\":\"" + Scope.session(session).key() + "\",\"reason\":\"r\"}";
        String haltId = http.post("/v1/halts", body).json().path("halt_id").asText();
        assertThat(http.post("/v1/releases", body).status()).isEqualTo(201);
        assertThat(http.post("/v1/acks", Requests.ack(haltId, session, "stopped"))
                        .status())
                .isEqualTo(202);
    }

    private JsonNode listed(String haltId) throws Exception {
        for (var halt : http.get("/v1/halts").json().path("halts")) {
            if (halt.path("halt_id").asText().equals(haltId)) {
                return halt;
            }
        }
        throw new AssertionError("not listed: " + haltId);
    }

    @Test
    void allThatIsWrongWithAnAcknowledgementIsToldAtOnce() throws Exception {
        var reply = http.post("/v1/acks", "{\"halt_id\":\"x\",\"status\":\"gone\",\"session_id\":7}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors")).hasSize(6);
        assertThat(reply.errors())
                .contains("halt_id is 'x'", "scope is missing", "tenant_id is missing", "session_id is no text")
                .contains("status is 'gone'; it must be received, stopped or refused", "at is missing");
    }

    private List<String> events() {
        return topics.all(Topic.EVENTS).stream()
                .filter(one -> new String(one.key(), StandardCharsets.UTF_8).equals(session.session()))
                .map(one -> new String(one.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
