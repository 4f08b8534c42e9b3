package dev.ripcord.console.replay.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What became of the agent's state at an event that reports one.
 *
 * @param hash as reported; null where only the state itself is
 * @param changed against the report before; null where there is none to compare with
 * @param seenBefore step at which the session was last in this state, left it since, and has come back to it; null
 *     where it has not, or that was too long ago
 * @param keys that differ from the state before; empty where nothing differs or only hashes are given
 * @param moreKeys how many further ones differ; null for none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StateChange(
        Given given, String hash, Boolean changed, Long seenBefore, List<ChangedKey> keys, Integer moreKeys) {
    /** What the event reports. */
    public enum Given {
        /** The state itself: the keys that changed are known. */
        @JsonProperty("state")
        STATE,
        /** Its hash alone: that it changed is known, and not what. */
        @JsonProperty("hash")
        HASH
    }

    /**
     * @param key with dots where it lies within another
     * @param before null where it is new
     * @param after null where it is gone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChangedKey(String key, JsonNode before, JsonNode after) {}

    public StateChange {
        keys = List.copyOf(keys);
    }

    /** @return the same with the names of the keys alone */
    StateChange summary() {
        List<ChangedKey> names =
                keys.stream().map(key -> new ChangedKey(key.key(), null, null)).toList();
        return new StateChange(given, hash, changed, seenBefore, names, moreKeys);
    }
}
