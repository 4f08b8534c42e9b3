package dev.ripcord.jobs.detect;

import static dev.ripcord.jobs.detect.DetectSetup.knowing;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a session is in the cache makes a difference to the time it takes, and to nothing else. */
class DetectCacheTest {
    private static final long SEED = 20_261_129;
    private static final int SESSIONS = 30;
    private static final List<Envelope> LOG = RandomLog.of(SEED, SESSIONS, 40);
    private static final DetectSetup LIBRARY = knowing(RandomLog::patterns);

    @ParameterizedTest
    @EnumSource(Backends.class)
    void aCacheOfTwoFindsWhatACacheOfAllFinds(Backends backend) throws Exception {
        List<String> ofAll = signals(LIBRARY.caching(SESSIONS));
        assertThat(ofAll).hasSizeGreaterThan(20);
        assertThat(signals(LIBRARY.caching(1).on(backend.backend()))).isEqualTo(ofAll);
        assertThat(signals(LIBRARY.caching(2).on(backend.backend()))).isEqualTo(ofAll);
    }

    private static List<String> signals(DetectSetup setup) throws Exception {
        try (var harness = setup.open()) {
            harness.send(LOG);
            assertThat(harness.sessionsInCache()).isEqualTo(Math.min(SESSIONS, setup.cached()));
            return harness.signals();
        }
    }

    @Test
    void stateIsWrittenWhereASessionLeavesTheCacheAndAtASnapshot() throws Exception {
        try (var harness = LIBRARY.caching(2).open()) {
            harness.send(session("a").then(call("x")).envelopes());
            harness.send(session("b").then(call("x")).envelopes());
            assertThat(harness.sessionsInState()).isZero();

            harness.send(session("c").then(call("x")).envelopes());
            assertThat(harness.sessionsInState()).isEqualTo(1);
            assertThat(harness.sessionsInCache()).isEqualTo(2);

            harness.snapshot();
            assertThat(harness.sessionsInState()).isEqualTo(3);
            assertThat(harness.sessionsInCache()).isEqualTo(2);
        }
    }
}
