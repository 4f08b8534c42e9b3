package dev.ripcord.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ripcord.console.webhook.WebhookState;
import dev.ripcord.console.webhook.hook.HookState;
import java.util.List;

/**
 * How the webhooks fare, as {@code GET /health} shows it to whoever asks: no URL and no secret is in it.
 *
 * @param topics {@code ok}, or why signals and halts are not read for them
 * @param unreadableRecords that were no signals and no halts, or not to be trusted
 * @param hooks in the order of the file
 */
record WebhookHealth(String topics, long unreadableRecords, List<OfHook> hooks) {
    private static final String OK = "ok";

    /**
     * One receiver, since the gateway was started.
     *
     * @param status {@code failing} from the first attempt that fails until a delivery arrives; else {@code ok}
     * @param waiting incidents of which something is to be told
     * @param failed deliveries that were given up
     * @param retries attempts that failed and were put off
     * @param dropped notices that did not fit into the queue
     * @param deliveredAt of the latest delivery, milliseconds since the epoch; null where there is none
     * @param lastErrorAt likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfHook(
            String name,
            String status,
            int waiting,
            long delivered,
            long failed,
            long retries,
            long dropped,
            Long deliveredAt,
            String lastError,
            Long lastErrorAt) {
        private static OfHook of(HookState state) {
            return new OfHook(
                    state.name(),
                    state.isHealthy() ? OK : "failing",
                    state.queued(),
                    state.delivered(),
                    state.failed(),
                    state.retries(),
                    state.dropped(),
                    state.deliveredAt(),
                    state.lastError(),
                    state.lastErrorAt());
        }
    }

    static WebhookHealth of(WebhookState state) {
        return new WebhookHealth(
                topics(state),
                state.unreadable(),
                state.hooks().stream().map(OfHook::of).toList());
    }

    private static String topics(WebhookState state) {
        if (state.reading()) {
            return OK;
        }
        return state.error() == null ? "they are not read yet" : "they cannot be read: " + state.error();
    }
}
