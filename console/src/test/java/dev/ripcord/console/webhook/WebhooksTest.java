package dev.ripcord.console.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.console.webhook.config.WebhookSettings;
import dev.ripcord.console.webhook.delivery.Secret;
import dev.ripcord.console.webhook.hook.HookState;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.Scope;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.Severity;
import dev.ripcord.signal.Signal;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the topics of a real broker to real receivers. */
class WebhooksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FAST = "backoff: 20ms\n    update_every: 1s\n    allow_private: true";

    @TempDir
    private Path directory;

    private WebhookTopics topics;

    @BeforeEach
    void broker() throws Exception {
        topics = new WebhookTopics();
    }

    @AfterEach
    void stop() {
        topics.close();
    }

    @Test
    void aHaltIsToldOnceWithASignatureAndWhatWasBeforeTheFirstStartIsNot() throws Exception {
        topics.signal(Examples.halt("before"));
        try (var receiver = Receiver.answering(Receiver.Answer.OK);
                var webhooks = start(hook("own", receiver, "secret: 'hunter2-hunter2-hunter2'\n    " + FAST))) {
            topics.signal(Examples.halt("invoice-9"));
            topics.signal(Examples.halt("invoice-9"));
            topics.send(Topic.SIGNALS, "x", "no signal".getBytes(StandardCharsets.UTF_8));
            topics.signal(cause("last"));

            await().atMost(PATIENCE).until(() -> receiver.received().size() == 2);

            Receiver.Received first = receiver.received().stream()
                    .filter(one -> one.text().contains("invoice-9"))
                    .findFirst()
                    .orElseThrow();
            assertThat(first.json().path("event").asText()).isEqualTo("opened");
            assertThat(first.json().path("signals").asInt()).isEqualTo(1);
            String signature = first.header("Ripcord-Signature");
            String time = signature.substring(2, signature.indexOf(','));
            assertThat(signature)
                    .endsWith("v1="
                            + new Secret("hunter2-hunter2-hunter2")
                                    .hmac((time + "." + first.text()).getBytes(StandardCharsets.UTF_8)));
            await().until(() -> webhooks.state().unreadable() == 1);
            assertThat(webhooks.state().isHealthy()).isTrue();
            assertThat(webhooks.state().hooks())
                    .extracting(HookState::delivered)
                    .containsExactly(2L);
        }
    }

    @Test
    void fiftyHaltsOfOneCauseAreOneMessageAndAFewUpdates() throws Exception {
        try (var receiver = Receiver.answering(Receiver.Answer.OK);
                var webhooks = start(hook("own", receiver, FAST))) {
            for (int number = 0; number < 50; number++) {
                topics.signal(Examples.halt("s-" + number));
            }

            await().atMost(PATIENCE)
                    .until(() ->
                            told(receiver).anyMatch(told -> told.path("scopes").asInt() == 50));

            assertThat(told(receiver).filter(told -> told.path("event").asText().equals("opened")))
                    .hasSize(1);
            assertThat(told(receiver)
                            .map(told -> told.path("incident").asText())
                            .distinct())
                    .hasSize(1);
            assertThat(receiver.received()).hasSizeLessThanOrEqualTo(3);
            assertThat(told(receiver)
                            .reduce((one, last) -> last)
                            .orElseThrow()
                            .path("signals")
                            .asInt())
                    .isEqualTo(50);
            assertThat(webhooks.state().hooks().get(0).queued()).isZero();
        }
    }

    @Test
    void aReceiverThatIsDownHoldsUpNobodyAndAfterARestartNobodyHearsItTwice() throws Exception {
        try (var dead = Receiver.answering(Receiver.Answer.SILENCE);
                var alive = Receiver.answering(Receiver.Answer.OK)) {
            String hooks =
                    hook("dead", dead, "timeout: 1s\n    attempts: 100\n    " + FAST) + hook("alive", alive, FAST);
            try (var webhooks = start(hooks)) {
                for (int number = 0; number < 20; number++) {
                    topics.signal(cause("cause-" + number));
                }
                await().atMost(PATIENCE).until(() -> alive.received().size() == 20);
                await().until(() -> webhooks.state().hooks().get(0).queued() == 20);
                await().until(() -> !dead.received().isEmpty());
            }
            dead.answer(Receiver.Answer.OK);
            int before = dead.received().size();
            try (var webhooks = start(hooks)) {
                await().atMost(PATIENCE)
                        .until(() -> webhooks.state().hooks().get(0).delivered() == 20);
                topics.signal(cause("last"));
                await().atMost(PATIENCE).until(() -> alive.received().size() > 20);

                assertThat(alive.received()).hasSize(21);
                assertThat(patterns(
                                dead.received().subList(before, dead.received().size())))
                        .hasSizeGreaterThanOrEqualTo(20);
            }
        }
    }

    @Test
    void whatWasReadButNotDeliveredWhenTheGatewayDiedIsDeliveredByTheNext() throws Exception {
        try (var receiver = Receiver.answering(Receiver.Answer.status(503))) {
            String hook = hook("own", receiver, "attempts: 100\n    " + FAST);
            try (var webhooks = start(hook)) {
                // The group's first start: what comes from now on is told, whoever reads it.
                assertThat(webhooks.state().hooks()).hasSize(1);
            }
            Process gateway = GatewayProcess.start(directory.resolve("webhooks.yaml"), topics.client());
            topics.signal(Examples.halt("invoice-9"));
            await().atMost(PATIENCE).until(() -> receiver.received().size() > 2);
            gateway.destroyForcibly().waitFor();
            int before = receiver.received().size();
            receiver.answer(Receiver.Answer.OK);
            try (var webhooks = start(hook)) {
                await().atMost(PATIENCE)
                        .until(() -> webhooks.state().hooks().get(0).delivered() == 1);
            }
            assertThat(receiver.received()).hasSize(before + 1);
            assertThat(receiver.received())
                    .extracting(received -> received.header("Ripcord-Delivery"))
                    .as("a receiver can tell that it is the same")
                    .containsOnly(receiver.received().get(0).header("Ripcord-Delivery"));
            try (var webhooks = start(hook)) {
                topics.signal(cause("last"));
                await().atMost(PATIENCE)
                        .until(() -> webhooks.state().hooks().get(0).delivered() == 1);
            }
            assertThat(receiver.received()).as("and not a third time").hasSize(before + 2);
        }
    }

    @Test
    void theEndIsToldWhenTheLastHaltIsReleasedAlsoByAGatewayThatDidNotSeeTheBeginning() throws Exception {
        Signal one = Examples.halt("one");
        Signal two = Examples.halt("two");
        try (var receiver = Receiver.answering(Receiver.Answer.OK)) {
            String hook = hook("own", receiver, FAST);
            try (var webhooks = start(hook)) {
                topics.signal(one);
                topics.halts(one.halt(null, "i"));
                topics.halts(two.halt(null, "i"));
                topics.halts(Examples.release(one, Examples.TIME + 1));
                await().atMost(PATIENCE)
                        .until(() -> webhooks.state().hooks().get(0).delivered() == 1);
            }
            try (var webhooks = start(hook)) {
                topics.halts(Examples.release(two, Examples.TIME + 2));
                await().atMost(PATIENCE)
                        .until(() -> webhooks.state().hooks().get(0).delivered() == 1);
            }
            List<JsonNode> told = told(receiver).toList();
            assertThat(told).extracting(each -> each.path("event").asText()).containsExactly("opened", "resolved");
            assertThat(told.get(1).path("incident")).isEqualTo(told.get(0).path("incident"));
            assertThat(told.get(1).path("message").asText())
                    .isEqualTo("session/acme/two was released by maria: checked by hand");
        }
    }

    @Test
    void aPersonsHaltAndReleaseAreToldToWhoWantsThem() throws Exception {
        try (var receiver = Receiver.answering(Receiver.Answer.OK);
                var webhooks = start(hook("own", receiver, "on: { what: [operator] }\n    " + FAST))) {
            Scope scope = Scope.session(new SessionKey("acme", "invoice-9"));
            long now = WallClock.SYSTEM.millis();
            topics.signal(Examples.halt("invoice-9"));
            topics.halts(Halt.byOperator("h-1", scope, "looks wrong", Examples.MARIA, now, null, List.of()));
            await().atMost(PATIENCE).until(() -> webhooks.state().hooks().get(0).delivered() == 1);
            topics.halts(Examples.release(Examples.halt("invoice-9"), now + 1));
            await().atMost(PATIENCE).until(() -> webhooks.state().hooks().get(0).delivered() == 2);

            assertThat(told(receiver).map(told -> told.path("title").asText()))
                    .containsExactly(
                            "Halted by maria: looks wrong (session/acme/invoice-9)",
                            "Over: session/acme/invoice-9 was released by maria: checked by hand"
                                    + " (session/acme/invoice-9)");
        }
    }

    @Test
    void twoGatewaysShareTheWork() throws Exception {
        try (var receiver = Receiver.answering(Receiver.Answer.OK)) {
            String hook = hook("own", receiver, FAST);
            try (var one = start(hook);
                    var two = start(hook)) {
                await().atMost(PATIENCE)
                        .until(() -> one.state().reading() && two.state().reading());
                for (int number = 0; number < 30; number++) {
                    topics.signal(cause("cause-" + number));
                }
                await().atMost(PATIENCE)
                        .until(() -> patterns(receiver.received()).size() == 30);
                await().until(() ->
                        delivered(one) + delivered(two) == receiver.received().size());

                assertThat(receiver.received()).hasSize(30);
            }
        }
    }

    private static long delivered(Webhooks webhooks) {
        return webhooks.state().hooks().get(0).delivered();
    }

    private static Signal cause(String pattern) {
        return Examples.signal(pattern, "acme", "s-" + pattern, Mode.ENFORCE, Action.HALT, Severity.CRITICAL);
    }

    private static Stream<JsonNode> told(Receiver receiver) {
        return receiver.received().stream().map(Receiver.Received::json);
    }

    private static Set<String> patterns(List<Receiver.Received> received) {
        return received.stream()
                .map(one -> one.json().at("/pattern/id").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String hook(String name, Receiver receiver, String rest) {
        return "  - name: " + name + "\n    template: json\n    url: " + receiver.url() + "\n    " + rest + "\n";
    }

    /** Returns when the topics are read. */
    private Webhooks start(String hooks) throws Exception {
        Path file = Files.writeString(directory.resolve("webhooks.yaml"), "hooks:\n" + hooks);
        var webhooks =
                Webhooks.start(WebhookSettings.read(file, Map.of()), topics.client(), HaltReader.trustingTheTopic());
        await().atMost(PATIENCE).until(() -> webhooks.state().reading());
        return webhooks;
    }
}
