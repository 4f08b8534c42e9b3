package dev.ripcord.console.api;

import dev.ripcord.console.metric.PrometheusText;
import dev.ripcord.console.webhook.WebhookState;
import dev.ripcord.console.webhook.hook.HookState;
import java.util.List;
import java.util.function.ToLongFunction;

/** The webhooks' part of {@code GET /metrics}: each hook under its name in the file. */
final class WebhookMetrics {
    private final PrometheusText text;
    private final List<HookState> hooks;

    private WebhookMetrics(PrometheusText text, List<HookState> hooks) {
        this.text = text;
        this.hooks = hooks;
    }

    static void write(PrometheusText text, WebhookState state) {
        text.gauge("ripcord_gateway_webhooks_reading", "Whether signals and halts are read for the webhooks.")
                .is(state.reading());
        text.counter(
                        "ripcord_gateway_webhooks_unreadable_records_total",
                        "Records that were no signals and no halts, or not to be trusted.")
                .is(state.unreadable());
        new WebhookMetrics(text, state.hooks()).ofHooks();
    }

    private void ofHooks() {
        gauge("ok", "Whether the latest attempt was taken, or none was made yet.", hook -> hook.isHealthy() ? 1 : 0);
        gauge("waiting", "Incidents of which something is to be told.", HookState::queued);
        counter("delivered", "Deliveries that the receiver took.", HookState::delivered);
        counter("failed", "Deliveries that were given up.", HookState::failed);
        counter("retries", "Attempts that failed and were put off.", HookState::retries);
        counter("dropped", "Notices that did not fit into the queue.", HookState::dropped);
    }

    private void gauge(String what, String meaning, ToLongFunction<HookState> number) {
        samples(text.gauge("ripcord_gateway_webhook_" + what, meaning), number);
    }

    private void counter(String what, String meaning, ToLongFunction<HookState> number) {
        samples(text.counter("ripcord_gateway_webhook_" + what + "_total", meaning), number);
    }

    private void samples(PrometheusText.Metric metric, ToLongFunction<HookState> number) {
        hooks.forEach(hook -> metric.of("hook", hook.name(), number.applyAsLong(hook)));
    }
}
