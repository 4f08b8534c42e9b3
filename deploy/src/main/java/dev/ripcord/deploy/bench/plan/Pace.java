package dev.ripcord.deploy.bench.plan;

import java.time.Duration;

/**
 * How long a job is measured.
 *
 * @param warmUp at least, before the clock starts
 * @param patience at most, where the warm-up asks for more events than come
 */
public record Pace(Duration warmUp, Duration patience, Duration measured) {}
