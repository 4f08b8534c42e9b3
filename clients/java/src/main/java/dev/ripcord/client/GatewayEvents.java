package dev.ripcord.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the gateway's events mean, and from where to resume. */
final class GatewayEvents {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayEvents.class);

    private final FeedListener listener;
    private boolean ready;
    private String newestId;
    private String resumeFrom;

    GatewayEvents(FeedListener listener) {
        this.listener = listener;
    }

    /** A new connection: it tells what stands first. */
    void connected() {
        ready = false;
        newestId = null;
        listener.begins(resumeFrom == null);
    }

    boolean isReady() {
        return ready;
    }

    /**
     * @return the id of the last event of a connection that had told everything that stands; null before the first. One
     *     that broke earlier may have told a later record before an earlier one
     */
    String resumeFrom() {
        return resumeFrom;
    }

    void accept(SseEvent event) {
        try {
            heard(event.type(), Json.tree(event.data()));
            if (event.id() != null) {
                newestId = event.id();
            }
            if (ready && newestId != null) {
                resumeFrom = newestId;
            }
        } catch (IOException unreadable) {
            LOG.warn("an event {} of the gateway is no JSON: {}", event.type(), unreadable.getMessage());
        }
    }

    private void heard(String type, JsonNode data) {
        switch (type) {
            case "record" ->
                listener.record(
                        data.path("key").asText(), data.path("record").asText().getBytes(StandardCharsets.UTF_8));
            case "reset" -> {
                ready = false;
                resumeFrom = null;
                newestId = null;
                listener.begins(true);
            }
            case "ready" -> {
                listener.guard(news(data));
                ready = true;
                listener.ready();
            }
            case "guard" -> listener.guard(news(data));
            default -> {
                // "removed" is not for us: what is gone from the topic was not released by that.
            }
        }
    }

    private static GuardNews news(JsonNode data) {
        JsonNode lag = data.path("guard_lag_ms");
        return new GuardNews(state(data.path("guard").asText()), lag.isNumber() ? lag.longValue() : null);
    }

    private static GuardState state(String word) {
        return switch (word) {
            case "live" -> GuardState.LIVE;
            case "absent" -> GuardState.ABSENT;
            // A word of a later version says at least that it is not live.
            default -> GuardState.STALE;
        };
    }
}
