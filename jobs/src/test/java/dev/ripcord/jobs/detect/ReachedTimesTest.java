package dev.ripcord.jobs.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.Test;

class ReachedTimesTest {
    private static final long NOTHING = Long.MIN_VALUE;
    private static final long DISORDER = 5_000;
    private static final long AHEAD = Duration.ofDays(1).toMillis();
    private static final long SOON = ReachedTimes.QUIET.minusMillis(1).toMillis();

    private final TestProcessingTimeService time = new TestProcessingTimeService();
    private final ReachedTimes reached = new ReachedTimes(at(0));

    @Test
    void eachPartitionHasPassedWhatItsOwnEventsHave() {
        reached.reached(7, 100_000);
        reached.reached(2, 300_000);
        reached.reached(2, 299_000);
        assertThat(reached.passed(7, AHEAD)).isEqualTo(100_000 - DISORDER);
        assertThat(reached.passed(2, AHEAD)).isEqualTo(300_000 - DISORDER);
        assertThat(reached.passed(2, 200_000)).isEqualTo(200_000);
        assertThat(reached.passed(3, AHEAD)).isEqualTo(NOTHING);
        assertThat(reached.passed(50, AHEAD)).isEqualTo(NOTHING);
    }

    @Test
    void oneThatGaveNothingSinceTheStartCountsAsQuietAtSomeTime() {
        reached.reached(1, 100_000);
        at(SOON);
        assertThat(reached.passed(0, AHEAD)).isEqualTo(NOTHING);
        at(SOON + 1);
        assertThat(reached.passed(0, AHEAD)).isEqualTo(AHEAD);
    }

    @Test
    void oneThatGaveSomethingCountsAsQuietSoMuchLater() {
        reached.passed(0, AHEAD);
        at(SOON);
        reached.reached(0, 100_000);
        assertThat(reached.passed(0, AHEAD)).isEqualTo(100_000 - DISORDER);
        at(SOON + SOON);
        assertThat(reached.passed(0, AHEAD)).isEqualTo(100_000 - DISORDER);
        at(SOON + SOON + 1);
        assertThat(reached.passed(0, AHEAD)).isEqualTo(AHEAD);
        reached.reached(0, 200_000);
        assertThat(reached.passed(0, AHEAD)).isEqualTo(200_000 - DISORDER);
    }

    @Test
    void allHavePassedWhatTheLastOfThemHasAndNobodyKnowsAtFirstHowManyThereAre() {
        reached.reached(0, 400_000);
        reached.reached(2, 300_000);
        assertThat(reached.passedByAll(AHEAD)).isEqualTo(NOTHING);
        at(SOON + 1);
        reached.reached(0, 500_000);
        reached.reached(2, 600_000);
        assertThat(reached.passedByAll(AHEAD)).isEqualTo(500_000 - DISORDER);
        assertThat(reached.passedByAll(200_000)).isEqualTo(200_000);
    }

    private TestProcessingTimeService at(long millis) {
        try {
            time.setCurrentTime(millis);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
        return time;
    }
}
