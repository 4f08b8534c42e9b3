package dev.ripcord.console.webhook.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.console.webhook.delivery.Secret;
import dev.ripcord.console.webhook.notice.Incident;
import dev.ripcord.json.Json;
import java.util.Locale;
import java.util.Optional;

/**
 * PagerDuty's Events API v2: {@code trigger} for news of an incident, {@code resolve} for its end, both under the
 * incident's id as {@code dedup_key}, so that PagerDuty pages once. The form:
 * <a href="https://developer.pagerduty.com/docs/events-api-v2/trigger-events/">send an alert event</a>.
 */
public final class PagerDutyTemplate implements Template {
    public static final String URL = "https://events.pagerduty.com/v2/enqueue";

    private static final int MOST_IN_SUMMARY = 1_024;
    private static final int MOST_IN_DETAIL = 2_000;

    private final Secret routingKey;

    public PagerDutyTemplate(Secret routingKey) {
        this.routingKey = routingKey;
    }

    @Override
    public JsonNode body(Incident incident) {
        ObjectNode event = Json.MAPPER.createObjectNode();
        event.put("routing_key", routingKey.reveal());
        event.put("event_action", incident.isOver() ? "resolve" : "trigger");
        event.put("dedup_key", "ripcord-" + incident.id());
        if (!incident.isOver()) {
            event.put("client", "Ripcord");
            payload(event.putObject("payload"), incident);
        }
        return event;
    }

    private static void payload(ObjectNode payload, Incident incident) {
        payload.put("summary", Limited.text(Wording.headline(incident), MOST_IN_SUMMARY));
        payload.put("source", source(incident));
        payload.put("severity", incident.severity().name().toLowerCase(Locale.ROOT));
        payload.put("timestamp", Wording.time(incident.at()));
        incident.newest().map(notice -> notice.agent()).ifPresent(agent -> payload.put("component", agent));
        Optional.ofNullable(incident.cause().tenant()).ifPresent(tenant -> payload.put("group", tenant));
        payload.put(
                "class",
                incident.pattern() == null ? "operator" : incident.pattern().id());
        details(payload.putObject("custom_details"), incident);
    }

    private static void details(ObjectNode details, Incident incident) {
        details.put("what", Limited.text(incident.text(), MOST_IN_DETAIL));
        details.put("who", Limited.text(Wording.who(incident), MOST_IN_DETAIL));
        details.put("since", Wording.time(incident.openedAt()));
        Wording.spend(incident).ifPresent(spend -> details.put("spent_so_far", spend));
        details.put("signals", incident.signals());
        details.put("scopes", incident.scopes());
        if (incident.pattern() != null) {
            details.put("pattern", incident.pattern().key());
        }
        ArrayNode commands = details.putArray("commands");
        Commands.of(incident).forEach(commands::add);
        ArrayNode scopes = details.putArray("affected");
        incident.affected().forEach(one -> scopes.add(Limited.text(one.scope().key(), MOST_IN_DETAIL)));
        Wording.missed(incident).ifPresent(missed -> details.put("missed", missed));
    }

    private static String source(Incident incident) {
        return Limited.text(incident.scope().key(), MOST_IN_SUMMARY);
    }
}
