package dev.ripcord.console.webhook.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.console.webhook.notice.Incident;
import dev.ripcord.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Alertmanager's {@code POST /api/v2/alerts}: labels say which incident it is, annotations what is known of it. The
 * form: <a href="https://prometheus.io/docs/alerting/latest/alerts_api/">alerts API</a>.
 *
 * <p>An alert without {@code endsAt} ends by itself after minutes unless its sender repeats it. A halt does not end by
 * itself: so each delivery gives the alert a day, and its release ends it.
 */
public final class AlertmanagerTemplate implements Template {
    private static final long FIRING = Duration.ofDays(1).toMillis();
    private static final int MOST_IN_ANNOTATION = 4_000;

    @Override
    public JsonNode body(Incident incident) {
        ArrayNode alerts = Json.MAPPER.createArrayNode();
        ObjectNode alert = alerts.addObject();
        labels(alert.putObject("labels"), incident);
        annotations(alert.putObject("annotations"), incident);
        alert.put("startsAt", Wording.time(incident.openedAt()));
        alert.put("endsAt", Wording.time(incident.isOver() ? incident.at() : incident.at() + FIRING));
        return alerts;
    }

    /**
     * The same for every delivery of an incident: another label would be another alert. So no severity, which may rise.
     */
    private static void labels(ObjectNode labels, Incident incident) {
        labels.put("alertname", "Ripcord");
        labels.put("incident", incident.id());
        labels.put("what", incident.cause().what().word());
        labels.put(
                "pattern",
                incident.pattern() == null ? "operator" : incident.pattern().id());
        Optional.ofNullable(incident.cause().tenant()).ifPresent(tenant -> labels.put("tenant", tenant));
    }

    private static void annotations(ObjectNode annotations, Incident incident) {
        annotate(annotations, "summary", Wording.headline(incident));
        annotate(annotations, "description", incident.text());
        annotate(annotations, "who", Wording.who(incident));
        if (!incident.isOver()) {
            annotate(annotations, "severity", incident.severity().name().toLowerCase(Locale.ROOT));
        }
        Wording.spend(incident).ifPresent(spend -> annotate(annotations, "spent_so_far", spend));
        if (incident.pattern() != null) {
            annotate(annotations, "definition", incident.pattern().key());
        }
        List<String> commands = Commands.of(incident);
        if (!commands.isEmpty()) {
            annotations.put("commands", String.join("\n", commands));
        }
        Wording.missed(incident).ifPresent(missed -> annotate(annotations, "missed", missed));
    }

    private static void annotate(ObjectNode annotations, String name, String text) {
        annotations.put(name, Limited.text(text, MOST_IN_ANNOTATION));
    }
}
