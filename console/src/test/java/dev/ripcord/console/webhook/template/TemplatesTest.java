package dev.ripcord.console.webhook.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.console.webhook.delivery.Secret;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private final Template pagerDuty = new PagerDutyTemplate(new Secret("key"));
    private final Template slack = new SlackTemplate();
    private final Template alertmanager = new AlertmanagerTemplate();
    private final Template json = new JsonTemplate();

    @Test
    void pagerDutyOpensAndResolvesUnderOneKey() {
        JsonNode opened = pagerDuty.body(Incidents.one());
        JsonNode over = pagerDuty.body(Incidents.over());

        assertThat(opened.path("event_action").asText()).isEqualTo("trigger");
        assertThat(over.path("event_action").asText()).isEqualTo("resolve");
        assertThat(over.path("dedup_key")).isEqualTo(opened.path("dedup_key"));
        assertThat(pagerDuty.body(Incidents.overOfAnotherGateway()).path("dedup_key"))
                .isEqualTo(opened.path("dedup_key"));
        assertThat(opened.at("/payload/summary").asText())
                .isEqualTo("Halted: The same tool call keeps giving the same result (session/acme/invoice-9)");
        assertThat(opened.at("/payload/severity").asText()).isEqualTo("critical");
        assertThat(opened.at("/payload/custom_details/commands/0").asText())
                .isEqualTo("ripcord release session/acme/invoice-9 --reason '...'");
    }

    @Test
    void alertmanagerKeepsItsLabelsFromTheFirstToTheLast() {
        JsonNode opened = alertmanager.body(Incidents.one()).get(0);

        assertThat(alertmanager.body(Incidents.many(50)).get(0).path("labels")).isEqualTo(opened.path("labels"));
        assertThat(alertmanager.body(Incidents.over()).get(0).path("labels")).isEqualTo(opened.path("labels"));
        assertThat(alertmanager.body(Incidents.overOfAnotherGateway()).get(0).path("labels"))
                .isEqualTo(opened.path("labels"));
        assertThat(opened.path("endsAt").asText()).isEqualTo("2026-01-02T00:00:08Z");
        assertThat(alertmanager.body(Incidents.over()).get(0).path("endsAt").asText())
                .isEqualTo("2026-01-01T00:01:08Z");
    }

    @Test
    void slackIsToldWhatWhoSinceSpendAndTheCommands() {
        String told = slack.body(Incidents.one()).toString();

        assertThat(told)
                .contains(
                        "stripe.get_status gave the same result 4 times in 6s",
                        "session/acme/invoice-9, agent invoice-validator",
                        "2026-01-01T00:00:08Z",
                        "$0.08",
                        "ripcord release session/acme/invoice-9 --reason '...'",
                        "ripcord replay session/acme/invoice-9");
    }

    @Test
    void fiftySessionsAreOneMessageWithTheirCountAndSpend() {
        JsonNode told = json.body(Incidents.many(50));

        assertThat(told.path("title").asText())
                .isEqualTo("Again: Halted: The same tool call keeps giving the same result (50 sessions, tenant acme)");
        assertThat(told.path("scopes").asInt()).isEqualTo(50);
        assertThat(told.path("spend_usd").asText()).isEqualTo("4");
        assertThat(told.path("affected")).hasSize(20);
        assertThat(slack.body(Incidents.many(50)).toString()).contains("3 notices were dropped", "ripcord halts");
    }

    @Test
    void anIdCannotBecomeACommandOrAMention() {
        String told = slack.body(Incidents.nasty(1)).toString();
        String release = json.body(Incidents.nasty(1)).at("/affected/0/release").asText();

        assertThat(told.replaceAll("\"plain_text\",\"text\":\"[^\"]*\"", ""))
                .doesNotContain("<!channel>")
                .contains("&lt;!channel&gt; &amp;");
        assertThat(release)
                .isEqualTo(
                        "ripcord release 'session/acme/x'\\''; rm -rf ~ #<!channel> & \uD83D\uDE00 `code`%0A' --reason"
                                + " '...'");
    }

    @Test
    void aWordOfAShellStaysOneWord() {
        assertThat(ShellWord.of("session/acme/invoice-9")).isEqualTo("session/acme/invoice-9");
        assertThat(ShellWord.of("--help")).isEqualTo("'--help'");
        assertThat(ShellWord.of("")).isEqualTo("''");
        assertThat(ShellWord.of("a b")).isEqualTo("'a b'");
        assertThat(ShellWord.of("$(id)")).isEqualTo("'$(id)'");
        assertThat(ShellWord.of("it's")).isEqualTo("'it'\\''s'");
    }

    @Test
    void aPersonsHaltNamesThePerson() {
        assertThat(json.body(Incidents.panic()).path("title").asText())
                .isEqualTo("Halted by maria: all is lost (global)");
        assertThat(json.body(Incidents.panic()).at("/affected/0/release").asText())
                .isEqualTo("ripcord release global --reason '...'");
    }
}
