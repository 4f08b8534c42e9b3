package dev.ripcord.console.webhook.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ripcord.console.webhook.notice.What;
import dev.ripcord.console.webhook.template.PagerDutyTemplate;
import dev.ripcord.pattern.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookFileTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "SLACK_URL",
            "https://hooks.slack.com/services/T0/B0/XYZ",
            "PD_KEY",
            "0123456789abcdef",
            "EMPTY",
            " ",
            "SHORT",
            "hunter2");

    @TempDir
    private Path directory;

    @Test
    void everyKeyIsRead() throws Exception {
        List<HookSettings> hooks = read("""
            hooks:
              - name: chat
                template: slack
                url_env: SLACK_URL
              - name: on-call
                template: pagerduty
                routing_key_env: PD_KEY
                on:
                  what: [halts, held, system]
                  severity: warning
                  tenants: [acme, test-*]
                  patterns: [cost-*]
                  resolved: false
                timeout: 3s
                attempts: 5
                backoff: 500ms
                update_every: 1m
                window: 2h
              - name: own
                template: json
                url: http://10.0.0.7:8080/hook
                secret: 'hunter2-hunter2-hunter2'
                allow_private: true
            """).hooks();

        assertThat(hooks).extracting(HookSettings::name).containsExactly("chat", "on-call", "own");
        assertThat(hooks.get(0).filter()).isEqualTo(Filter.DEFAULT);
        assertThat(hooks.get(0).pace()).isEqualTo(HookSettings.Pace.DEFAULT);
        assertThat(hooks.get(0).target().path()).isEqualTo("/services/T0/B0/XYZ");
        HookSettings onCall = hooks.get(1);
        assertThat(onCall.target().host()).isEqualTo("events.pagerduty.com");
        assertThat(onCall.template()).isInstanceOf(PagerDutyTemplate.class);
        assertThat(onCall.filter().what()).containsExactlyInAnyOrder(What.HALTS, What.HELD, What.SYSTEM);
        assertThat(onCall.filter().severity()).isEqualTo(Severity.WARNING);
        assertThat(onCall.filter().resolved()).isFalse();
        assertThat(onCall.pace())
                .isEqualTo(new HookSettings.Pace(
                        Duration.ofSeconds(3), 5, Duration.ofMillis(500), Duration.ofMinutes(1), Duration.ofHours(2)));
        assertThat(hooks.get(2).secret()).isPresent();
        assertThat(hooks.get(2).allowPrivate()).isTrue();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithItsPlace() throws Exception {
        assertThat(problems("""
            hooks:
              - name: chat
                template: slak
                url: ftp://example.com/x
              - name: chat
                template: pagerduty
                attempts: 0
                timeout: 5m
                on: { what: [halt], colour: red }
              - name: own
                template: json
                url: https://example.com/x
                url_env: SLACK_URL
                routing_key: 'abc'
                secret_env: NOT_SET
              - template: json
                url_env: EMPTY
                secret_env: SHORT
            """))
                .containsExactly(
                        "3:15: error: template is 'slak'; it must be json, slack, pagerduty or alertmanager;"
                                + " did you mean 'slack'?",
                        "4:10: error: url must begin with https:// or http://",
                        "5:5: error: routing_key is missing; give routing_key, or routing_key_env with the name of"
                                + " a variable",
                        "5:11: error: name 'chat' is already given in line 2",
                        "7:15: error: attempts is 0; it must be a whole number from 1 to 100",
                        "8:14: error: timeout is '5m'; it must be from 100ms to 1m",
                        "9:18: error: an entry of what is 'halt'; it must be halts, held, late, muted, warnings,"
                                + " observed, shadow, system or operator; did you mean 'halts'?",
                        "9:25: error: unknown key 'colour'; the keys here are patterns, resolved, severity, tenants,"
                                + " what",
                        "13:5: error: url is given twice; remove url or url_env",
                        "14:5: error: routing_key is for the template pagerduty alone; remove it",
                        "15:17: error: the environment variable that it names is not set, or empty",
                        "16:5: error: name is missing; it must be lower-case words joined by hyphens, such as on-call,"
                                + " in at most 40 characters",
                        "17:14: error: the environment variable that it names is not set, or empty",
                        "18:17: error: the secret in that variable is too short; it must have at least 16 characters");
    }

    @Test
    void noComplaintShowsASecretOrAUrl() throws Exception {
        List<String> problems = problems("""
            hooks:
              - hunter2-hunter2-hunter2
              - name: one
                template: json
                url: 'https://user:hunter2-hunter2-hunter2@exa mple.com/hunter2-hunter2-hunter2'
                secret: [hunter2-hunter2-hunter2]
                scret: hunter2-hunter2-hunter2
                secret_env: hunter2-hunter2-hunter2
              - name: two
                template: json
                url: hunter2-hunter2-hunter2
                secret: hunter2
              - name: three
                template: pagerduty
                routing_key: 123456789012345678901234567890
              - name: four
                template: pagerduty
                routing_key: 12345678
            """);

        assertThat(problems).hasSizeGreaterThanOrEqualTo(8).noneMatch(problem -> problem.contains("hunter2"));
        assertThat(problems).noneMatch(problem -> problem.contains("12345678"));
        assertThat(problems)
                .contains("18:18: error: routing_key cannot be used; it must be a text in quotes:"
                        + " the integration key of a service in PagerDuty");
    }

    @Test
    void settingsPrintWithoutSecrets() throws Exception {
        WebhookSettings settings = read("""
            hooks:
              - name: own
                template: json
                url: https://user:hunter2-hunter2-hunter2@example.com/hunter2-hunter2-hunter2?key=hunter2
                secret: hunter2-hunter2-hunter2
              - name: on-call
                template: pagerduty
                routing_key: hunter2-hunter2-hunter2
            """);

        assertThat(settings.toString()).doesNotContain("hunter2").contains("https://example.com/...");
        assertThat(settings.hooks().get(0).target().authorization())
                .contains("Basic dXNlcjpodW50ZXIyLWh1bnRlcjItaHVudGVyMg==");
    }

    @Test
    void aFileThatIsNoneIsToldToo() throws Exception {
        assertThat(problems("hooks: [")).hasSize(1).allMatch(problem -> problem.contains("error: not YAML"));
        assertThat(problems(""))
                .containsExactly(
                        "1:1: error: the file holds 0 documents; it must hold one, a mapping with the key hooks");
        assertThat(problems("- a")).hasSize(1);
        assertThat(catchThrowableOfType(
                        InvalidWebhooks.class, () -> WebhookSettings.read(directory.resolve("none.yaml"), Map.of())))
                .hasMessageContaining("none.yaml:1:1: error: there is no such file");
    }

    private WebhookSettings read(String yaml) throws IOException, InvalidWebhooks {
        return WebhookSettings.read(Files.writeString(directory.resolve("webhooks.yaml"), yaml), ENVIRONMENT);
    }

    /** Without the path. */
    private List<String> problems(String yaml) {
        InvalidWebhooks invalid = catchThrowableOfType(InvalidWebhooks.class, () -> read(yaml));
        return invalid.problems().stream()
                .map(problem -> problem.replaceFirst("^.*webhooks\\.yaml:", ""))
                .toList();
    }
}
