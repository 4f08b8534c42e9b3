package dev.ripcord.console.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.console.webhook.config.WebhookSettings;
import dev.ripcord.console.webhook.hook.HookState;
import dev.ripcord.halt.HaltReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a delivery fails, neither logs nor state show a secret. */
class DiscretionTest {
    private static final String YAML = """
        hooks:
          - name: failing
            template: json
            url: 'http://me:hunter2@127.0.0.1:PORT/hunter2?k=hunter2'
            secret: hunter2-hunter2-hunter2
            allow_private: true
            attempts: 2
            backoff: 10ms
          - name: refusing
            template: pagerduty
            url: 'http://me:hunter2@127.0.0.1:PORT/hunter2'
            routing_key: hunter2
            allow_private: true
            attempts: 1
          - { name: private, template: slack, url: 'http://me:hunter2@127.0.0.1:PORT/hunter2' }
          - name: no-tls
            template: slack
            url: 'https://me:hunter2@127.0.0.1:PORT/hunter2'
            allow_private: true
            attempts: 1
            timeout: 2s
          - name: unknown
            template: alertmanager
            url: 'https://me:hunter2@no-such-host.invalid/hunter2'
            attempts: 1
          - name: closed
            template: slack
            url: 'http://me:hunter2@127.0.0.1:1/hunter2'
            allow_private: true
            attempts: 1
        """;

    @TempDir
    private Path directory;

    @Test
    void neitherLogsNorStateShowASecret() throws Exception {
        try (var logged = new LoggedLines();
                var topics = new WebhookTopics();
                var receiver = Receiver.answering(Receiver.Answer.status(500))) {
            String yaml = YAML.replace("PORT", Integer.toString(receiver.port()));
            Path file = Files.writeString(directory.resolve("webhooks.yaml"), yaml);
            var settings = WebhookSettings.read(file, Map.of());
            try (var webhooks = Webhooks.start(settings, topics.client(), HaltReader.trustingTheTopic())) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> webhooks.state().reading());
                topics.signal(Examples.halt("invoice-9"));

                await().atMost(Duration.ofSeconds(30))
                        .until(() -> webhooks.state().hooks().stream().allMatch(hook -> hook.failed() == 1));

                assertThat(receiver.received().get(0).header("Authorization")).startsWith("Basic ");
                assertThat(webhooks.state().hooks())
                        .extracting(HookState::lastError)
                        .noneMatch(error -> error.contains("hunter2"))
                        .anyMatch(error -> error.contains("allow_private"))
                        .anyMatch(error -> error.contains("did not answer within"))
                        .anyMatch(error -> error.contains("not known to the name servers"));
                assertThat(logged.lines())
                        .anyMatch(line -> line.contains("webhook failing: http://127.0.0.1"))
                        .noneMatch(line -> line.contains("hunter2"))
                        .noneMatch(line -> line.contains("bWU6"));
            }
        }
    }
}
