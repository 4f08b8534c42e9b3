package dev.ripcord.console.operate;

import dev.ripcord.time.Durations;
import java.time.Duration;

/** What an operator must say, and may. */
final class Wording {
    private Wording() {}

    static void check(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("reason is missing; say why, for whoever asks later");
        }
    }

    static void checkPattern(String id) {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("pattern is missing; it must be the id of a definition");
        }
    }

    static void checkExpiry(Duration time) {
        if (time.isZero() || time.isNegative() || time.compareTo(Durations.MAX) > 0) {
            throw new IllegalArgumentException("a halt cannot expire in " + Durations.format(time)
                    + "; it must be a time from 1ms to " + Durations.format(Durations.MAX) + ", or none");
        }
    }

    static void checkMute(Duration time) {
        if (time.isNegative() || time.compareTo(Durations.MAX) > 0) {
            throw new IllegalArgumentException("a mute cannot last " + Durations.format(time)
                    + "; it must be a time up to " + Durations.format(Durations.MAX) + ", 0 takes it back");
        }
    }
}
