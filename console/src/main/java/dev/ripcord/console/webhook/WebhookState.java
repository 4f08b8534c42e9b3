package dev.ripcord.console.webhook;

import dev.ripcord.console.webhook.hook.HookState;
import java.util.List;

/**
 * How the webhooks fare, for health and metrics.
 *
 * @param reading whether the topics are read
 * @param error why they are not; null where they are, or where the reading has just begun
 * @param unreadable records that were no signals and no halts, or not to be trusted
 * @param hooks in the order of the file
 */
public record WebhookState(boolean reading, String error, long unreadable, List<HookState> hooks) {
    public WebhookState {
        hooks = List.copyOf(hooks);
    }

    public boolean isHealthy() {
        return reading && hooks.stream().allMatch(HookState::isHealthy);
    }
}
