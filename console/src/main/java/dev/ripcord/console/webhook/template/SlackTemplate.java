package dev.ripcord.console.webhook.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.console.webhook.notice.Incident;
import dev.ripcord.json.Json;
import java.util.Locale;

/**
 * Slack's incoming webhooks: {@code text} for notifications, {@code blocks} for the channel. The form, its limits and
 * what must be escaped: <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">incoming
 * webhooks</a>, <a href="https://docs.slack.dev/reference/block-kit/blocks">blocks</a>,
 * <a href="https://docs.slack.dev/messaging/formatting-message-text">formatting</a>.
 */
public final class SlackTemplate implements Template {
    private static final int MOST_IN_HEADER = 150;
    private static final int MOST_IN_SECTION = 3_000;
    private static final int MOST_IN_FIELD = 2_000;
    private static final String FENCE = "```";

    @Override
    public JsonNode body(Incident incident) {
        ObjectNode message = Json.MAPPER.createObjectNode();
        message.put("text", SlackText.of(Wording.headline(incident), MOST_IN_SECTION));
        ArrayNode blocks = message.putArray("blocks");
        blocks.addObject()
                .put("type", "header")
                .putObject("text")
                .put("type", "plain_text")
                .put("text", Limited.text(Wording.headline(incident), MOST_IN_HEADER));
        section(blocks, SlackText.of(incident.text(), MOST_IN_SECTION));
        fields(blocks.addObject().put("type", "section").putArray("fields"), incident);
        String commands = SlackText.whole(Commands.of(incident), MOST_IN_SECTION - 2 * FENCE.length());
        if (!commands.isEmpty()) {
            section(blocks, FENCE + commands + FENCE);
        }
        Wording.missed(incident).ifPresent(missed -> section(blocks, missed));
        return message;
    }

    private static void fields(ArrayNode fields, Incident incident) {
        field(fields, "Who", Wording.who(incident));
        field(fields, "Since", Wording.time(incident.openedAt()));
        Wording.spend(incident).ifPresent(spend -> field(fields, "Spent so far", spend));
        if (!incident.isOver()) {
            field(fields, "Severity", incident.severity().name().toLowerCase(Locale.ROOT));
        }
        if (incident.pattern() != null) {
            field(fields, "Pattern", incident.pattern().key());
        }
        field(fields, "Incident", incident.id());
    }

    private static void field(ArrayNode fields, String name, String value) {
        String title = "*" + name + "*\n";
        markdown(fields.addObject(), title + SlackText.of(value, MOST_IN_FIELD - title.length()));
    }

    private static void section(ArrayNode blocks, String text) {
        markdown(blocks.addObject().put("type", "section").putObject("text"), text);
    }

    /** Verbatim: what looks like a link or a channel in an agent's words is made neither. */
    private static void markdown(ObjectNode text, String escaped) {
        text.put("type", "mrkdwn").put("text", escaped).put("verbatim", true);
    }
}
