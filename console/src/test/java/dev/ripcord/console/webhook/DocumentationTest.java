package dev.ripcord.console.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.ripcord.console.webhook.config.HookSettings;
import dev.ripcord.console.webhook.config.WebhookSettings;
import dev.ripcord.console.webhook.delivery.Secret;
import dev.ripcord.console.webhook.delivery.Signature;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about webhooks shows is read by what it is for. */
class DocumentationTest {
    private static final String SECRET = "hunter2-hunter2-hunter2";

    @TempDir
    private Path directory;

    @Test
    void theExampleFileIsRead() throws Exception {
        Path file = Files.writeString(directory.resolve("webhooks.yaml"), block("yaml"));
        var settings = WebhookSettings.read(
                file,
                Map.of(
                        "SLACK_WEBHOOK_URL",
                        "https://hooks.slack.com/services/x",
                        "PAGERDUTY_ROUTING_KEY",
                        "key",
                        "RIPCORD_HOOK_SECRET",
                        SECRET));

        assertThat(settings.hooks()).extracting(HookSettings::name).containsExactly("chat", "on-call", "alerts", "own");
    }

    @Test
    void theExampleNotificationHasItsForm() throws Exception {
        try (var in = getClass().getResourceAsStream("/dev/ripcord/console/webhook/notification.schema.json")) {
            var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Json.MAPPER.readTree(in));
            assertThat(schema.validate(Json.tree(block("json")))).isEmpty();
        }
    }

    @Test
    void thePythonSnippetBelievesWhatRipcordSignedAndNothingElse() throws Exception {
        assumeThat(run("print(1)")).as("python3 is installed").isEqualTo("1");
        String body = "{\"a\": 1}";
        long now = WallClock.SYSTEM.millis();
        String signature = Signature.of(new Secret(SECRET), body.getBytes(StandardCharsets.UTF_8), now);
        String old = Signature.of(new Secret(SECRET), body.getBytes(StandardCharsets.UTF_8), now - 3_600_000);

        String printed = run(block("python") + """
            secret, body = '%s', b'%s'
            print(is_from_ripcord(secret, '%s', body),
                  is_from_ripcord(secret, '%s', body + b' '),
                  is_from_ripcord('another', '%s', body),
                  is_from_ripcord(secret, '%s', body),
                  is_from_ripcord(secret, 'nonsense', body))
            """.formatted(SECRET, body, signature, signature, signature, old));

        assertThat(printed).isEqualTo("True False False False False");
    }

    private static String run(String script) throws InterruptedException {
        try {
            Process python =
                    new ProcessBuilder("python3", "-").redirectErrorStream(true).start();
            try (var in = python.getOutputStream()) {
                in.write(script.getBytes(StandardCharsets.UTF_8));
            }
            String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            python.waitFor();
            return printed;
        } catch (IOException notInstalled) {
            return "";
        }
    }

    private static String block(String language) throws IOException {
        String page = Files.readString(page(Path.of("").toAbsolutePath()));
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static Path page(Path from) {
        Path page = from.resolve("docs/webhooks.md");
        return Files.exists(page) ? page : page(from.getParent());
    }
}
