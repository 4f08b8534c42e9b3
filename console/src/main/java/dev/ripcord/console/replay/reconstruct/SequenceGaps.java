package dev.ripcord.console.replay.reconstruct;

import dev.ripcord.console.replay.timeline.SequenceGap;
import java.util.OptionalLong;

/** Jumps in the producer's own count of a session. */
final class SequenceGaps {
    private Long latest;
    private long gaps;
    private long missing;

    /** @return null where the event follows on the one before, or does not count */
    SequenceGap after(OptionalLong sequence) {
        if (sequence.isEmpty()) {
            return null;
        }
        long found = sequence.getAsLong();
        Long before = latest;
        latest = before == null ? found : Math.max(before, found);
        if (before == null || found == before + 1) {
            return null;
        }
        long between = found > before ? found - before - 1 : 0;
        gaps++;
        missing += between;
        return new SequenceGap(before, found, between);
    }

    long gaps() {
        return gaps;
    }

    /** @return numbers left out; some may have come later, out of order */
    long missing() {
        return missing;
    }
}
