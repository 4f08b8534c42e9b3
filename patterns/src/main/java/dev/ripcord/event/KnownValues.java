package dev.ripcord.event;

import com.fasterxml.jackson.databind.JsonNode;

/** The values that stand under known keys of an object. */
final class KnownValues {
    private final KnownKeys keys;
    private final JsonNode[] values;

    KnownValues(KnownKeys keys) {
        this.keys = keys;
        this.values = new JsonNode[keys.size()];
    }

    void set(int place, JsonNode value) {
        values[place] = value;
    }

    /** @return null where the key is missing; a key that is not known is one that is missing */
    JsonNode get(String key) {
        int place = keys.place(key);
        return place == KnownKeys.NONE ? null : values[place];
    }
}
