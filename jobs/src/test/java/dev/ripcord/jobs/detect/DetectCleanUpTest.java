package dev.ripcord.jobs.detect;

import static dev.ripcord.jobs.detect.DetectSetup.GRACE;
import static dev.ripcord.jobs.detect.DetectSetup.IDLE;
import static dev.ripcord.jobs.detect.DetectSetup.SKEW;
import static dev.ripcord.jobs.detect.DetectSetup.knowing;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.end;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.session.Session;
import dev.ripcord.signal.SessionSummary;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left of sessions that are over: nothing, in the cache, in state or as a timer. */
class DetectCleanUpTest {
    private static final int SESSIONS = 12;

    @ParameterizedTest
    @EnumSource(Backends.class)
    void nothingIsLeftOfSessionsThatAreOverWhereverTheyAre(Backends backend) throws Exception {
        try (var harness =
                knowing(RandomLog::patterns).on(backend.backend()).caching(4).open()) {
            harness.send(RandomLog.of(7, SESSIONS, 20));
            harness.snapshot();
            harness.send(session("only-in-the-cache").then(call("x")).envelopes());
            assertThat(harness.sessionsInCache()).isEqualTo(4);
            assertThat(harness.sessionsInState()).isEqualTo(SESSIONS);
            assertThat(harness.liveSessions()).isEqualTo(SESSIONS + 1);

            long over = Session.START + IDLE.multipliedBy(2).toMillis();
            lookUntil(harness, over);
            harness.quiet();
            lookUntil(harness, over + GRACE.toMillis());

            assertThat(harness.sessionsInCache()).isZero();
            assertThat(harness.sessionsInState()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
            assertThat(harness.numProcessingTimeTimers()).isZero();
            assertThat(harness.liveSessions()).isZero();
        }
    }

    /** What state holds of the session is long over; the timer must not go by that. */
    @Test
    void aSessionThatGoesOnInTheCacheIsNotFreed() throws Exception {
        try (var harness = knowing(List::of).open()) {
            harness.send(session("s").then(end()).envelopes());
            harness.snapshot();
            long later = Session.START + GRACE.toMillis();
            harness.send(session("s").at(later).withoutIds().then(call("x")).envelopes(0, 1));

            passUntil(harness, later + GRACE.toMillis());
            assertThat(harness.sessionsInState()).isEqualTo(1);
            passUntil(harness, later + GRACE.multipliedBy(3).toMillis());
            assertThat(harness.sessionsInState()).isZero();
        }
    }

    @Test
    void aSessionIsToldOfAlthoughItIsFreedBefore() throws Exception {
        try (var harness = knowing(List::of).open()) {
            harness.setProcessingTime(10_000);
            harness.send(session("s").then(call("x"), end()).envelopes());
            passUntil(harness, Session.START + GRACE.multipliedBy(2).toMillis());
            assertThat(harness.sessionsInState()).isZero();

            harness.setProcessingTime(11_000);
            assertThat(harness.told(DetectSessions.SESSIONS))
                    .extracting(SessionSummary::state)
                    .containsExactly(SessionSummary.State.ENDED, SessionSummary.State.ACTIVE);
        }
    }

    /** The partition and the watermark both come so far. */
    private static void passUntil(DetectHarness harness, long kafkaTime) throws Exception {
        harness.send(session("passing")
                .at(kafkaTime + SKEW.toMillis())
                .then(call("x"))
                .envelopes(0, kafkaTime));
        lookUntil(harness, kafkaTime);
    }

    /** Watermarks come in small steps in life; the looks between are made one by one here as well. */
    private static void lookUntil(DetectHarness harness, long kafkaTime) throws Exception {
        for (long time = Session.START;
                time <= kafkaTime;
                time += Duration.ofMinutes(1).toMillis()) {
            harness.watermark(time);
        }
    }
}
