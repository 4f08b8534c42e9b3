package dev.ripcord.console.operate;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Standing;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a desk wrote last for each scope, until it is read back: a release that comes within a millisecond of its halt
 * must find the halt in force.
 */
final class OwnRecords {
    /** Each is read back within milliseconds; this many wait only where reading has stopped. */
    private static final int MOST = 10_000;

    private final Map<Scope, HaltRecord> latest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Scope, HaltRecord> eldest) {
            return size() > MOST;
        }
    };
    private long muteIssuedAt;

    void add(HaltRecord record) {
        if (record instanceof Halt halt) {
            latest.put(halt.scope(), record);
        } else if (record instanceof Release release) {
            latest.put(release.scope(), record);
        }
    }

    /** @return how the scope stands, what was written from here included */
    Standing on(Scope scope, Standing read) {
        HaltRecord written = latest.get(scope);
        if (written == null) {
            return read;
        }
        if (read.operatorIssuedAt() >= written.issuedAt()) {
            latest.remove(scope);
            return read;
        }
        return read.after(written);
    }

    /** @return when the next mute is issued: later than each before it */
    long nextMute(long now) {
        muteIssuedAt = Math.max(now, muteIssuedAt + 1);
        return muteIssuedAt;
    }
}
