package dev.ripcord.jobs.detect;

import dev.ripcord.jobs.control.ControlLoader;
import dev.ripcord.jobs.control.ControlTrust;
import dev.ripcord.jobs.settings.GuardSettings.DetectionSettings;
import java.time.Duration;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;

/**
 * How detection is set up for a test, what does not matter to it filled in.
 *
 * @param cached sessions held by each subtask
 */
record DetectSetup(
        PatternLoader patterns,
        ControlLoader control,
        ControlTrust trust,
        int cached,
        StateBackend backend,
        int parallelism,
        int subtask) {
    static final Duration IDLE = Duration.ofHours(6);
    static final Duration GRACE = Duration.ofMinutes(10);
    static final Duration SKEW = Duration.ofSeconds(5);
    static final Duration VIOLATION_GRACE = Duration.ofSeconds(2);

    static DetectSetup knowing(PatternLoader patterns) {
        return new DetectSetup(patterns, List::of, ControlTrust.THE_TOPIC, 1_000, new HashMapStateBackend(), 1, 0);
    }

    DetectSetup reading(ControlLoader topic) {
        return new DetectSetup(patterns, topic, trust, cached, backend, parallelism, subtask);
    }

    DetectSetup trusting(ControlTrust keys) {
        return new DetectSetup(patterns, control, keys, cached, backend, parallelism, subtask);
    }

    DetectSetup caching(int sessions) {
        return new DetectSetup(patterns, control, trust, sessions, backend, parallelism, subtask);
    }

    DetectSetup on(StateBackend chosen) {
        return new DetectSetup(patterns, control, trust, cached, chosen, parallelism, subtask);
    }

    DetectSetup subtask(int index, int of) {
        return new DetectSetup(patterns, control, trust, cached, backend, of, index);
    }

    DetectSessions operator() {
        return new DetectSessions(
                patterns,
                new ControlInput(control, trust, VIOLATION_GRACE),
                new DetectionSettings(SKEW, IDLE, GRACE, cached));
    }

    DetectHarness open() throws Exception {
        DetectHarness harness = new DetectHarness(this);
        harness.open();
        return harness;
    }

    /** @param state of this subtask */
    DetectHarness restore(OperatorSubtaskState state) throws Exception {
        DetectHarness harness = new DetectHarness(this);
        harness.initializeState(state);
        harness.open();
        return harness;
    }
}
