package dev.ripcord.console.webhook.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Whom the gateway tells. */
public record WebhookSettings(List<HookSettings> hooks) {
    public WebhookSettings {
        hooks = List.copyOf(hooks);
    }

    /**
     * @param environment where the secrets are that the file names
     * @throws InvalidWebhooks with everything that is wrong in the file
     */
    public static WebhookSettings read(Path file, Map<String, String> environment) throws InvalidWebhooks {
        return WebhookFile.read(file, environment);
    }
}
