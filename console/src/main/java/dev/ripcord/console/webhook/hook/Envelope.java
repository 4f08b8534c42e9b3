package dev.ripcord.console.webhook.hook;

import dev.ripcord.console.webhook.config.HookSettings;
import dev.ripcord.console.webhook.delivery.Signature;
import dev.ripcord.console.webhook.notice.Incident;
import dev.ripcord.console.webhook.notice.Notice;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The headers of a delivery. */
final class Envelope {
    static final String DELIVERY_HEADER = "Ripcord-Delivery";

    private final HookSettings hook;

    Envelope(HookSettings hook) {
        this.hook = hook;
    }

    /** @param now milliseconds since the epoch */
    Map<String, String> headers(Incident incident, byte[] body, long now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Ripcord");
        headers.put(DELIVERY_HEADER, id(incident));
        hook.secret().ifPresent(secret -> headers.put(Signature.HEADER, Signature.of(secret, body, now)));
        return headers;
    }

    /** The same for the same thing told again: from one attempt to the next, and after a restart as far as it goes. */
    String id(Incident incident) {
        String told = String.join(
                "\n",
                hook.name(),
                incident.id(),
                incident.phase().word(),
                Long.toString(incident.signals()),
                Long.toString(incident.at()),
                incident.newest().map(Notice::id).orElse(""));
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
