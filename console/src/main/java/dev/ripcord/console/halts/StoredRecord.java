package dev.ripcord.console.halts;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import java.util.Optional;

/**
 * What stands under a key of {@code ripcord.halts}, as it stands there.
 *
 * @param text of the record, from which its signature can be verified
 * @param offset of the record
 * @param time the broker's, milliseconds since the epoch
 * @param record what the text says
 */
public record StoredRecord(String key, String text, long offset, long time, HaltRecord record) {
    /** @return the scope that it is about; empty where it mutes a pattern */
    public Optional<Scope> scope() {
        if (record instanceof Halt halt) {
            return Optional.of(halt.scope());
        }
        return record instanceof Release release
                ? Optional.of(release.scope())
                : Optional.ofNullable(((Mute) record).scope());
    }

    public boolean isMute() {
        return record instanceof Mute;
    }
}
