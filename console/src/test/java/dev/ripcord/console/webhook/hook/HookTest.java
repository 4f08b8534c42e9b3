package dev.ripcord.console.webhook.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.console.webhook.Examples;
import dev.ripcord.console.webhook.Receiver;
import dev.ripcord.console.webhook.config.Filter;
import dev.ripcord.console.webhook.config.HookSettings;
import dev.ripcord.console.webhook.delivery.Connections;
import dev.ripcord.console.webhook.delivery.Post;
import dev.ripcord.console.webhook.delivery.Resolver;
import dev.ripcord.console.webhook.delivery.Secret;
import dev.ripcord.console.webhook.delivery.Target;
import dev.ripcord.console.webhook.notice.Incident;
import dev.ripcord.console.webhook.notice.Marks;
import dev.ripcord.console.webhook.notice.Notices;
import dev.ripcord.console.webhook.template.JsonTemplate;
import dev.ripcord.console.webhook.template.Template;
import dev.ripcord.time.WallClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLSocketFactory;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HookTest {
    private static final Secret SECRET = new Secret("hunter2-hunter2-hunter2");
    private static final TopicPartition PARTITION = new TopicPartition("ripcord.signals", 0);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private Hook hook;

    @AfterEach
    void stop() throws Exception {
        hook.close();
        timer.shutdownNow();
    }

    @Test
    void aFailedDeliveryIsTriedAgainUnderTheSameIdWithAFreshSignature() {
        try (var receiver =
                Receiver.answering(number -> number < 2 ? Receiver.Answer.status(503) : Receiver.Answer.OK)) {
            hook = start(receiver.url(), 5, new JsonTemplate());
            tell("invoice-9", 0);

            await().until(() -> hook.state().delivered() == 1);

            assertThat(receiver.received()).hasSize(3);
            assertThat(receiver.received())
                    .extracting(received -> received.header(Envelope.DELIVERY_HEADER))
                    .containsOnly(receiver.received().get(0).header(Envelope.DELIVERY_HEADER));
            assertThat(receiver.received()).allSatisfy(HookTest::verify);
            assertThat(hook.state().retries()).isEqualTo(2);
            assertThat(hook.state().isHealthy()).isTrue();
            assertThat(hook.held(PARTITION)).isEmpty();
        }
    }

    @Test
    void afterItsAttemptsADeliveryIsGivenUpAndToldInTheState() {
        try (var receiver = Receiver.answering(Receiver.Answer.status(500))) {
            hook = start(receiver.url(), 3, new JsonTemplate());
            tell("invoice-9", 4);

            await().until(() -> hook.state().failed() == 1);

            assertThat(receiver.received()).hasSize(3);
            assertThat(hook.state().lastError()).isEqualTo("after 3 attempts: it answered 500");
            assertThat(hook.state().isHealthy()).isFalse();
            assertThat(hook.held(PARTITION)).isEmpty();
        }
    }

    @Test
    void whatTheReceiverRefusesIsNotTriedAgain() {
        try (var receiver = Receiver.answering(Receiver.Answer.status(404))) {
            hook = start(receiver.url(), 3, new JsonTemplate());
            tell("invoice-9", 0);

            await().until(() -> hook.state().failed() == 1);

            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void aReceiverThatAsksToWaitIsLeftAloneByAllIncidents() {
        try (var receiver =
                Receiver.answering(number -> number == 0 ? new Receiver.Answer(429, "1", null) : Receiver.Answer.OK)) {
            hook = start(receiver.url(), 3, new JsonTemplate());
            tell("invoice-9", 0);
            await().until(() -> hook.state().retries() == 1);
            long asked = WallClock.nanoTime();

            await().until(() -> hook.state().delivered() == 1);

            assertThat(Duration.ofNanos(WallClock.nanoTime() - asked)).isGreaterThan(Duration.ofMillis(700));
        }
    }

    @Test
    void aBodyThatCannotBeWrittenDoesNotStopTheNext() {
        try (var receiver = Receiver.answering(Receiver.Answer.OK)) {
            Template own = new JsonTemplate();
            hook = start(receiver.url(), 3, incident -> whole(incident, own));
            tell("broken", 0);
            await().until(() -> hook.state().failed() == 1);
            tell("invoice-9", 1);

            await().until(() -> hook.state().delivered() == 1);
            assertThat(hook.state().lastError())
                    .contains("IllegalStateException")
                    .doesNotContain("content");
        }
    }

    private static JsonNode whole(Incident incident, Template own) {
        if (incident.scopes() == 1) {
            throw new IllegalStateException("some content");
        }
        return own.body(incident);
    }

    private static void verify(Receiver.Received received) {
        String[] parts = received.header("Ripcord-Signature").split("[=,]");
        assertThat(parts).hasSize(4).startsWith("t").contains("v1");
        String signed = parts[1] + "." + received.text();
        assertThat(parts[3]).isEqualTo(SECRET.hmac(signed.getBytes(StandardCharsets.UTF_8)));
        assertThat(Long.parseLong(parts[1])).isCloseTo(WallClock.SYSTEM.millis() / 1_000, offset(60L));
    }

    private Hook start(String url, int attempts, Template template) {
        var pace = new HookSettings.Pace(
                Duration.ofSeconds(2), attempts, Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofHours(1));
        var settings =
                new HookSettings("own", Target.of(url), Optional.of(SECRET), template, Filter.DEFAULT, true, pace);
        var connections = new Connections((SSLSocketFactory) SSLSocketFactory.getDefault(), timer);
        var started = new Hook(settings, new Post(connections, Resolver.SYSTEM, true, pace.timeout()));
        started.start();
        return started;
    }

    private void tell(String session, long offset) {
        hook.tell(Notices.of(Examples.halt(session), Marks.NONE), new RecordPlace(PARTITION, offset));
    }
}
