package dev.ripcord.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What the guard says of itself on {@code ripcord.heartbeat}, for each partition of the log each second. */
final class Heartbeats {
    static final long SILENCE_MILLIS = 5_000;
    static final long LAG_MILLIS = 15_000;
    /** A partition that was silent for so long before we came is one of a log that is no more. */
    private static final long FORGOTTEN_MILLIS = 600_000;

    private final Map<Integer, Beat> latest = new HashMap<>();

    private record Beat(long time, Long lagMillis, boolean live) {}

    /**
     * @param time of the record by the broker's clock, or of its arrival by ours; milliseconds since the epoch
     * @param live whether it has come just now; otherwise it was there before
     */
    void heard(byte[] value, long time, boolean live) {
        if (value == null) {
            return;
        }
        try {
            JsonNode beat = Json.tree(new String(value, StandardCharsets.UTF_8));
            latest.compute(
                    beat.path("partition").asInt(),
                    (partition, before) -> new Beat(time, lag(beat.path("lag_millis"), before), live));
            if (live) {
                latest.values().removeIf(old -> !old.live() && time - old.time() > FORGOTTEN_MILLIS);
            }
        } catch (IOException unreadable) {
            // Nobody has said anything, then: silence is noticed.
        }
    }

    /** One that the guard does not know, for some seconds after its start, is the one that it last knew. */
    private static Long lag(JsonNode said, Beat before) {
        if (said.isNumber()) {
            return said.longValue();
        }
        return before == null ? null : before.lagMillis();
    }

    /** @param now by this machine's clock, milliseconds since the epoch */
    GuardNews news(long now) {
        if (latest.isEmpty()) {
            return new GuardNews(GuardState.ABSENT, null);
        }
        Long lag = latest.values().stream()
                .map(Beat::lagMillis)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        boolean silent = latest.values().stream().anyMatch(beat -> now - beat.time() > SILENCE_MILLIS);
        boolean behind = lag != null && lag > LAG_MILLIS;
        return new GuardNews(silent || behind ? GuardState.STALE : GuardState.LIVE, lag);
    }
}
