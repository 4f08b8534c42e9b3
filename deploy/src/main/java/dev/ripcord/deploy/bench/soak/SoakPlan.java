package dev.ripcord.deploy.bench.soak;

import java.time.Duration;

/**
 * What a guard has to stand.
 *
 * @param length how long events are sent
 * @param interval that a line of the report is about
 * @param rate events a second
 * @param live sessions at any time
 * @param kept how long a session stays in state after its last event
 * @param failures time between two losses of the TaskManager; zero for none
 * @param checkpoints time between two
 */
record SoakPlan(
        Duration length,
        Duration interval,
        int rate,
        int live,
        Duration kept,
        Duration failures,
        Duration checkpoints) {

    /** @return lines of the report, at least 1 */
    int intervals() {
        return Math.max(1, (int) (length.toMillis() / interval.toMillis()));
    }
}
