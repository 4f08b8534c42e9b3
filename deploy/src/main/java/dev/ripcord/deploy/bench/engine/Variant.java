package dev.ripcord.deploy.bench.engine;

import dev.ripcord.deploy.bench.traffic.Traffic;
import java.time.Duration;
import java.util.Optional;

/**
 * One thing to measure.
 *
 * @param checkpoints time between them; empty for none
 */
record Variant(String name, Engine engine, Backend backend, Traffic traffic, Optional<Duration> checkpoints) {
    Variant(String name, Engine engine, Backend backend, Traffic traffic) {
        this(name, engine, backend, traffic, Optional.empty());
    }
}
