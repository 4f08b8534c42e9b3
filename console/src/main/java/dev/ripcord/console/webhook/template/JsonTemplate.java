package dev.ripcord.console.webhook.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.console.webhook.notice.Incident;
import dev.ripcord.console.webhook.notice.Phase;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Scope;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Ripcord's own form, for receivers that somebody writes: {@code notification.schema.json} says it key by key. */
public final class JsonTemplate implements Template {
    private static final int SCHEMA_VERSION = 1;

    @Override
    public JsonNode body(Incident incident) {
        return Json.MAPPER.valueToTree(new Notification(
                SCHEMA_VERSION,
                incident.phase(),
                incident.id(),
                incident.cause().what().word(),
                incident.pattern(),
                incident.cause().tenant(),
                incident.severity(),
                Wording.headline(incident),
                incident.text(),
                incident.openedAt(),
                incident.at(),
                incident.signals(),
                incident.scopes(),
                incident.spendUsd(),
                incident.missed(),
                incident.affected().stream().map(one -> party(incident, one)).toList(),
                incident.newest().map(notice -> notice.values()).orElse(Map.of())));
    }

    private static Party party(Incident incident, Incident.Affected affected) {
        return new Party(
                affected.scope(),
                affected.session(),
                affected.agent(),
                affected.signalId(),
                affected.at(),
                affected.spendUsd(),
                Commands.release(incident, affected.scope()).orElse(null),
                affected.session() == null ? null : Commands.replay(incident, affected));
    }

    private record Notification(
            int schemaVersion,
            Phase event,
            String incident,
            String what,
            PatternReference pattern,
            String tenantId,
            Severity severity,
            String title,
            String message,
            long openedAt,
            long at,
            long signals,
            long scopes,
            BigDecimal spendUsd,
            long missed,
            List<Party> affected,
            Map<String, Object> values) {}

    private record Party(
            Scope scope,
            String sessionId,
            String agentId,
            String signalId,
            long at,
            BigDecimal spendUsd,
            String release,
            String replay) {}
}
