package dev.ripcord.jobs.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.signal.Heartbeat;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** Agents that fail closed write nothing while the guard is behind: no lag may wait for an event to end it. */
class QuietPartitionTest {
    private static final long HOUR = 3_600_000;

    @Test
    void whatWasReadToItsEndBeforeARestartHasNoLagAfterIt() throws Exception {
        OperatorSubtaskState state;
        try (var before = Heart.startedAt(0, StartingPoint.BEGINNING).ends(0, 10)) {
            before.reads(0, 9, 400);
            assertThat(before.lagMillisAt(1_000)).isZero();
            state = before.snapshot();
        }
        try (var after = Heart.restoredAt(HOUR, state).ends(0, 10)) {
            assertThat(after.beatsAt(HOUR + 1_000)).containsExactly(new Heartbeat(1, 0, 9, 400L, 0L, 0L, HOUR + 1_000));
        }
    }

    @Test
    void whatCameWhileTheGuardWasAwayHasWaitedNoLongerThanItWasAway() throws Exception {
        OperatorSubtaskState state;
        try (var before = Heart.startedAt(HOUR, StartingPoint.BEGINNING).ends(0, 10)) {
            before.reads(0, 9, 400);
            assertThat(before.lagMillisAt(HOUR + 1_000)).isZero();
            state = before.snapshot();
        }
        try (var after = Heart.restoredAt(HOUR + 20_000, state).ends(0, 11)) {
            assertThat(after.lagMillisAt(HOUR + 21_000)).isEqualTo(20_000);
        }
    }

    /** As a savepoint of a version that kept nothing looks to this operator. */
    @Test
    void aGuardWithoutStateTakesTheEndOfItsSubmissionAsRead() throws Exception {
        var start = new StartingPoint(Map.of(0, 10L), 500L);
        try (var heart = Heart.startedAt(2_000, start).ends(0, 10)) {
            assertThat(heart.beatsAt(3_000)).containsExactly(new Heartbeat(1, 0, -1, null, 0L, 0L, 3_000));
            heart.ends(0, 12);
            assertThat(heart.beatsAt(4_000)).containsExactly(new Heartbeat(1, 0, -1, null, 2L, 1_000L, 4_000));
        }
    }

    @Test
    void aSourceThatBeginsBeforeThatEndAfterAllSaysHowFarItIs() throws Exception {
        var start = new StartingPoint(Map.of(0, 10L), 500L);
        try (var heart = Heart.startedAt(2_000, start).sees(0, Ahead.unseen(10, 10))) {
            heart.reads(0, 3, 400);
            assertThat(heart.beatsAt(3_000)).containsExactly(new Heartbeat(1, 0, 3, 400L, 6L, 2_500L, 3_000));
        }
    }

    /** The marker of a transaction takes offset 10, and no event follows. */
    @Test
    void whatIsNoEventIsNoLag() throws Exception {
        try (var heart = Heart.startedAt(0, StartingPoint.BEGINNING).ends(0, 11)) {
            heart.reads(0, 9, 400);
            assertThat(heart.lagMillisAt(1_000)).isEqualTo(600);
            heart.sees(0, Ahead.nothing(10, 11));
            assertThat(heart.beatsAt(2_000)).containsExactly(new Heartbeat(1, 0, 9, 400L, 0L, 0L, 2_000));
            heart.ends(0, 11);
            assertThat(heart.lagMillisAt(3_000)).isZero();
        }
    }

    @Test
    void afterAnHourOfQuietAnEventHasNotWaitedForAnHour() throws Exception {
        try (var heart = Heart.startedAt(0, StartingPoint.BEGINNING).ends(0, 10)) {
            heart.reads(0, 9, 0);
            assertThat(heart.lagMillisAt(HOUR)).isZero();
            heart.ends(0, 11);
            assertThat(heart.lagMillisAt(HOUR + 1_000)).isEqualTo(1_000);
        }
    }

    @Test
    void anEventThatWasLookedAtHasWaitedSinceItCame() throws Exception {
        try (var heart = Heart.startedAt(0, StartingPoint.BEGINNING).sees(0, new Ahead(0, 12, 4, 250L))) {
            assertThat(heart.beatsAt(1_000)).containsExactly(new Heartbeat(1, 0, -1, null, 8L, 750L, 1_000));
            heart.reads(0, 4, 250);
            assertThat(heart.beatsAt(2_000)).containsExactly(new Heartbeat(1, 0, 4, 250L, 7L, 1_750L, 2_000));
        }
    }

    @Test
    void aBacklogThatNobodyCanLookAtIsNotUnknownForEver() throws Exception {
        try (var heart = Heart.startedAt(0, StartingPoint.BEGINNING).ends(0, 12)) {
            assertThat(heart.lagMillisAt(10_000)).isNull();
            assertThat(heart.lagMillisAt(11_000)).isEqualTo(11_000);
        }
    }

    @Test
    void aPartitionThatIsNewWasNotBehindBeforeItWasThere() throws Exception {
        try (var heart = Heart.startedAt(0, StartingPoint.BEGINNING).ends(0, 0)) {
            heart.beatsAt(HOUR);
            heart.ends(1, 3);
            assertThat(heart.beatsAt(HOUR + 1_000)).contains(new Heartbeat(1, 1, -1, null, 3L, 1_000L, HOUR + 1_000));
        }
    }
}
