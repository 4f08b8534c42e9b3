package dev.ripcord.console.api;

import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.console.webhook.WebhookState;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code GET /health}: whether agents and operators can rely on this gateway. Webhooks that fail degrade it and no
 * more: whoever is behind a load balancer must not lose it because a receiver is down.
 */
final class HealthEndpoint {
    private final Readiness readiness;
    private final HaltBoard halts;
    private final Supplier<Optional<WebhookState>> webhooks;

    /** @param webhooks how they fare; empty where there are none */
    HealthEndpoint(Readiness readiness, HaltBoard halts, Supplier<Optional<WebhookState>> webhooks) {
        this.readiness = readiness;
        this.halts = halts;
        this.webhooks = webhooks;
    }

    void answer(Context request) {
        Readiness.Parts parts = readiness.parts();
        Optional<WebhookState> calls = webhooks.get();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", status(parts, calls));
        answer.put("kafka", parts.kafka());
        answer.put("halts", parts.halts());
        answer.put("guard", parts.guard());
        if (parts.guardLagMillis() != null) {
            answer.put("guard_lag_ms", parts.guardLagMillis());
        }
        answer.put("refused_records", halts.refused());
        calls.ifPresent(state -> answer.put("webhooks", WebhookHealth.of(state)));
        Answer.json(request, parts.areWell() ? 200 : Refused.UNAVAILABLE, answer);
    }

    private static String status(Readiness.Parts parts, Optional<WebhookState> webhooks) {
        if (!parts.areWell()) {
            return "unavailable";
        }
        return webhooks.map(WebhookState::isHealthy).orElse(true) ? Readiness.OK : "degraded";
    }
}
