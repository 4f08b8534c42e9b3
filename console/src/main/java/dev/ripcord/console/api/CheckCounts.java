package dev.ripcord.console.api;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How checks were answered since the gateway was started. */
final class CheckCounts {
    /** What an agent was told. */
    enum Answered {
        ALLOWED,
        HALTED,
        /** The halts were not read yet. */
        UNAVAILABLE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Answered, LongAdder> counts = new EnumMap<>(Answered.class);

    CheckCounts() {
        for (Answered answered : Answered.values()) {
            counts.put(answered, new LongAdder());
        }
    }

    void add(Answered answered) {
        counts.get(answered).increment();
    }

    long of(Answered answered) {
        return counts.get(answered).sum();
    }
}
