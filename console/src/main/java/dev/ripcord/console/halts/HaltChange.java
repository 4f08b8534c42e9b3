package dev.ripcord.console.halts;

import java.util.Objects;

/**
 * Something happened on {@code ripcord.halts} that clients must hear of.
 *
 * @param scope the part of the key before the writer, such as {@code session/default/invoice-9}
 * @param record what stands there now; null where the key was removed
 * @param mute whether it is a mute, which concerns no agent
 */
public record HaltChange(String key, String scope, long offset, StoredRecord record, boolean mute) {
    private static final String MUTE = "/mute";

    public HaltChange {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(scope, "scope");
    }

    static HaltChange of(StoredRecord record) {
        return new HaltChange(record.key(), scope(record.key()), record.offset(), record, record.isMute());
    }

    static HaltChange removed(String key, long offset) {
        return new HaltChange(key, scope(key), offset, null, key.endsWith(MUTE));
    }

    public boolean isRemoval() {
        return record == null;
    }

    private static String scope(String key) {
        int writer = key.lastIndexOf('/');
        return writer < 0 ? key : key.substring(0, writer);
    }
}
