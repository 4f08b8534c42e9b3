package dev.ripcord.deploy.bench.engine;

import dev.ripcord.deploy.bench.plan.Item;
import dev.ripcord.deploy.bench.traffic.Traffic;
import java.time.Duration;
import java.util.Optional;

/**
 * One engine on one backend, with one kind of traffic.
 *
 * @param rounds events that each live session has before the clock starts
 * @param checkpoints time between them; empty for none
 * @param scale what it is done for
 */
record Variant(
        Item item,
        Engine engine,
        Backend backend,
        Traffic traffic,
        int rounds,
        Optional<Duration> checkpoints,
        Scale scale) {
    /** Enough for each session to be known, and for the first runaways to have been found. */
    private static final int ROUNDS = 12;

    /** How much of it there is. */
    enum Scale {
        /** Quick to set up: measured in each repetition. */
        USUAL,
        /** Slow to set up: measured once. */
        LARGE,
        /** Likewise, and what it takes is weighed. */
        WEIGHED
    }

    Variant(Item item, Engine engine, Backend backend, Traffic traffic) {
        this(item, engine, backend, traffic, ROUNDS, Optional.empty(), Scale.USUAL);
    }

    Variant withCheckpoints(Duration interval) {
        return new Variant(item, engine, backend, traffic, rounds, Optional.of(interval), scale);
    }

    Variant at(Scale other, int otherRounds) {
        return new Variant(item, engine, backend, traffic, otherRounds, checkpoints, other);
    }

    String name() {
        return item.name();
    }
}
