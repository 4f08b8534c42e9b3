package dev.ripcord.deploy.bench.engine;

import java.time.Duration;

/**
 * How long a job is measured.
 *
 * @param warmUp before the clock starts
 * @param warmUpRounds events that each live session has had by then
 */
record Pace(Duration warmUp, int warmUpRounds, Duration measured) {}
