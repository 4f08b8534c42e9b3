package dev.ripcord.console.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.console.Gateway;
import dev.ripcord.console.GatewaySettings;
import dev.ripcord.console.Http;
import dev.ripcord.console.Requests;
import dev.ripcord.console.Topics;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the server tells of sessions, over HTTP and out of a real Kafka. */
class PastTest {
    private static final SessionKey INVOICE = new SessionKey("default", "invoice-9");
    private static final SessionKey RELEASE = new SessionKey("default", "release-42");
    private static final SessionKey ODD = new SessionKey("acme", "a/b c?d%2F#ü");

    private static LocalKafka kafka;
    private static Topics topics;
    private static Gateway gateway;
    private static Http http;

    @BeforeAll
    static void start() throws Exception {
        kafka = LocalKafka.start();
        topics = new Topics(kafka.bootstrapServers()).created();
        Judged guard = Judged.by(topics);
        guard.session(INVOICE, Stories.invoiceLoop(INVOICE, 7));
        guard.session(RELEASE, Stories.work(RELEASE));
        guard.session(ODD, Stories.invoiceLoop(ODD, 2));
        gateway = Gateway.start(GatewaySettings.local(topics.client()));
        http = Http.to(gateway);
        await().until(() -> http.get("/v1/sessions").status() == 200
                && http.get("/v1/halts/grouped").json().path("total").asInt() == 1);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        topics.close();
        kafka.close();
    }

    @Test
    void whatIsHaltedIsListedFirstWithWhatItCostAndWhy() throws Exception {
        JsonNode list = http.get("/v1/sessions").json();
        assertThat(list.path("total").asInt()).isEqualTo(3);
        assertThat(list.path("notices")).isEmpty();
        JsonNode first = list.path("sessions").path(0);
        assertThat(first.path("session_id").asText()).isEqualTo("invoice-9");
        assertThat(first.path("spend_usd").decimalValue()).isEqualByComparingTo("0.14");
        assertThat(first.path("steps").asInt()).isEqualTo(15);
        assertThat(first.path("halt").path("reason").asText()).contains("gave the same result 4 times");
        assertThat(first.path("halt").path("pattern").path("id").asText()).isEqualTo("identical-call");
        assertThat(list.path("sessions").path(1).has("halt")).isFalse();
    }

    @Test
    void aListIsNarrowedAndSorted() throws Exception {
        assertThat(ids("/v1/sessions?halted=true")).containsExactly("invoice-9");
        assertThat(ids("/v1/sessions?tenant=acme")).containsExactly(ODD.session());
        assertThat(ids("/v1/sessions?agent=release-agent")).containsExactly("release-42");
        assertThat(ids("/v1/sessions?since=1h&sort=steps")).containsExactly("invoice-9", "release-42", ODD.session());
        assertThat(ids("/v1/sessions?sort=cost")).startsWith("invoice-9");
        assertThat(ids("/v1/sessions?sort=latest")).containsExactly(ODD.session(), "release-42", "invoice-9");
        assertThat(http.get("/v1/sessions?sort=size&limit=0&since=soon&halted=maybe")
                        .json()
                        .path("errors"))
                .hasSize(4);
    }

    @Test
    void aListComesPageByPage() throws Exception {
        JsonNode first = http.get("/v1/sessions?sort=steps&limit=2").json();
        assertThat(first.path("sessions")).hasSize(2);
        JsonNode second = http.get("/v1/sessions?sort=steps&limit=2&cursor="
                        + first.path("next_cursor").asText())
                .json();
        assertThat(second.path("sessions").findValuesAsText("session_id")).containsExactly(ODD.session());
        assertThat(second.has("next_cursor")).isFalse();
        assertThat(http.get("/v1/sessions?cursor=elsewhere").errors()).contains("cursor is none");
    }

    @Test
    void aReportSaysWhyASessionWasStoppedAndWhatItCost() throws Exception {
        JsonNode answer = http.get("/v1/sessions/invoice-9").json();
        JsonNode session = answer.path("session");
        assertThat(session.path("events").asInt()).isEqualTo(15);
        assertThat(session.path("totals").path("cost_usd").decimalValue()).isEqualByComparingTo("0.14");
        assertThat(session.path("cause").path("kind").asText()).isEqualTo("tool_contract");
        assertThat(session.path("loops").path(0).path("tools").path(0).asText()).isEqualTo("stripe_api.get_status");
        assertThat(session.path("signals").path(0).path("step").asInt()).isEqualTo(9);
        assertThat(session.path("signals").path(0).path("seen").asText()).isEqualTo("recorded_and_recomputed");
        assertThat(session.path("agents").path(0).path("agent").asText()).isEqualTo("invoice-validator");
        assertThat(answer.path("halt").path("scope").asText()).isEqualTo("session/default/invoice-9");
        assertThat(answer.path("notices")).isEmpty();
    }

    @Test
    void whetherItIsStoppedIsWhatItsAgentSays() throws Exception {
        SessionKey stopping = Topics.session();
        var written = http.post("/v1/halts", "{\"scope\":\"" + stopping.session() + "\",\"reason\":\"looks wrong\"}");
        topics.write(
                Topic.EVENTS,
                stopping.session(),
                Requests.event(stopping.session()).getBytes(StandardCharsets.UTF_8));
        String path = "/v1/sessions/" + stopping.session();
        assertThat(http.get(path).json().path("halt").path("reason").asText()).isEqualTo("looks wrong");
        assertThat(http.get(path).json().path("halt").has("acknowledged")).isFalse();
        String halt = written.json().path("halt_id").asText();
        assertThat(http.post("/v1/acks", Requests.ack(halt, stopping, "received"))
                        .status())
                .isEqualTo(202);
        assertThat(http.post("/v1/acks", Requests.ack(halt, stopping, "stopped"))
                        .status())
                .isEqualTo(202);
        await().until(() ->
                http.get(path).json().path("halt").path("acknowledged").asText().equals("stopped"));
        assertThat(http.get(path).json().path("session").path("control").findValuesAsText("kind"))
                .containsSubsequence("received", "stopped");
    }

    @Test
    void aTimelineComesPageByPageWithoutPayloads() throws Exception {
        JsonNode page = http.get("/v1/sessions/invoice-9/timeline?limit=6").json();
        assertThat(page.path("entries")).hasSize(6);
        assertThat(page.path("next").asInt()).isEqualTo(7);
        assertThat(page.path("entries").path(0).has("event")).isFalse();
        assertThat(page.path("entries").path(0).has("facts")).isFalse();
        JsonNode rest = http.get("/v1/sessions/invoice-9/timeline?from=7&payload=true&facts=true")
                .json();
        assertThat(rest.path("entries")).hasSize(9);
        assertThat(rest.has("next")).isFalse();
        JsonNode signalled = rest.path("entries").path(2);
        assertThat(signalled.path("step").asInt()).isEqualTo(9);
        assertThat(signalled.path("facts").path("outcome.in_a_row").asInt()).isEqualTo(4);
        assertThat(signalled
                        .path("event")
                        .path("payload")
                        .path("tool_result")
                        .path("state")
                        .asText())
                .isEqualTo("pending_review");
        assertThat(signalled
                        .path("signals")
                        .path(0)
                        .path("matched")
                        .path(0)
                        .path("step")
                        .asInt())
                .isEqualTo(9);
    }

    @Test
    void oneEventIsShownAsItWasWritten() throws Exception {
        SessionKey session = Topics.session();
        String written = "{ \"event_type\":\"cost_update\",\"session_id\":\"" + session.session()
                + "\", \"agent_id\":\"a\",\"timestamp\":1767225600,\"payload\":{\"cost_usd\":1.50e0 ,\"x\":[ 1 ]}}";
        topics.write(Topic.EVENTS, session.session(), written.getBytes(StandardCharsets.UTF_8));
        var answer = http.get("/v1/sessions/" + session.session() + "/events/1");
        assertThat(answer.response().body()).contains("\"event\":" + written + "}");
        assertThat(answer.json().path("entry").path("facts")).isNotEmpty();
        assertThat(http.get("/v1/sessions/" + session.session() + "/events/2").errors())
                .contains("has no step 2; it has 1");
        assertThat(http.get("/v1/sessions/" + session.session() + "/events/0").status())
                .isEqualTo(400);
    }

    @Test
    void theStateIsThatOfTheStepThatIsAskedFor() throws Exception {
        JsonNode early = http.get("/v1/sessions/release-42/state?at=4").json();
        assertThat(early.path("reported_at").asInt()).isEqualTo(2);
        assertThat(early.path("state").path("phase").asText()).isEqualTo("plan");
        JsonNode last = http.get("/v1/sessions/release-42/state").json();
        assertThat(last.path("step").asInt()).isEqualTo(7);
        assertThat(last.path("state").path("phase").asText()).isEqualTo("run");
        JsonNode change = http.get("/v1/sessions/release-42/events/5")
                .json()
                .path("entry")
                .path("state");
        assertThat(change.path("keys").path(0).path("before").asText()).isEqualTo("plan");
        assertThat(http.get("/v1/sessions/invoice-9/state").json().has("reported_at"))
                .isFalse();
    }

    @Test
    void aSessionThatIsNotThereIsToldWithANearOne() throws Exception {
        var reply = http.get("/v1/sessions/invoice-8");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.errors())
                .contains("there is no event of session 'invoice-8' of tenant 'default'; did you mean 'invoice-9'?");
        assertThat(http.get("/v1/sessions/invoice-9?tenant=acme").status()).isEqualTo(404);
        assertThat(http.get("/v1/sessions/invoice-9/timeline?tenat=acme").status())
                .isEqualTo(400);
    }

    @Test
    void whoeverAsksForTooMuchIsToldToAskAgain() throws Exception {
        ReplayLimits none = new ReplayLimits(1, 1, Duration.ZERO);
        try (Gateway impatient =
                Gateway.start(GatewaySettings.local(topics.client()).withReplays(none))) {
            Http asking = Http.to(impatient);
            await().until(() -> asking.get("/v1/check?session=any").status() == 200);
            var reply = asking.get("/v1/sessions/invoice-9");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.errors()).contains("the replay took longer than 0 s and was ended");
            assertThat(reply.response().headers().firstValue("Retry-After")).hasValue("1");
        }
    }

    @Test
    void anIdMayHoldAnything() throws Exception {
        String path = "/v1/sessions/" + "a%2Fb%20c%3Fd%252F%23%C3%BC";
        assertThat(http.get(path + "?tenant=acme")
                        .json()
                        .path("session")
                        .path("session_id")
                        .asText())
                .isEqualTo(ODD.session());
        assertThat(http.get(path + "/timeline?tenant=acme").json().path("entries"))
                .hasSize(5);
    }

    @Test
    void haltsAreGroupedOverSessions() throws Exception {
        for (String by : List.of("tool", "pattern", "agent", "hour")) {
            JsonNode groups = http.get("/v1/halts/grouped?by=" + by).json();
            assertThat(groups.path("groups")).hasSize(1);
            assertThat(groups.path("groups").path(0).path("examples").findValuesAsText("session_id"))
                    .containsExactly("invoice-9");
        }
        JsonNode tool = http.get("/v1/halts/grouped?by=tool&since=1h")
                .json()
                .path("groups")
                .path(0);
        assertThat(tool.path("key").asText()).isEqualTo("stripe_api.get_status");
        assertThat(tool.path("spend_usd").decimalValue()).isEqualByComparingTo("0.08");
        assertThat(http.get("/v1/halts/grouped?tenant=acme")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(http.get("/v1/halts/grouped?by=colour").status()).isEqualTo(400);
    }

    private static List<String> ids(String path) throws Exception {
        return http.get(path).json().path("sessions").findValuesAsText("session_id");
    }
}
