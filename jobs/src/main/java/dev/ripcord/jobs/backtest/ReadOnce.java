package dev.ripcord.jobs.backtest;

import dev.ripcord.topic.Position;
import java.util.HashMap;
import java.util.Map;

/** Drops records that an archive has twice, where they come in the order of their offsets. */
final class ReadOnce {
    private final Map<Integer, Long> latest = new HashMap<>();

    /** @return whether it was not read before */
    boolean isNew(Position position) {
        Long before = latest.put(position.partition(), position.offset());
        return before == null || before < position.offset();
    }
}
