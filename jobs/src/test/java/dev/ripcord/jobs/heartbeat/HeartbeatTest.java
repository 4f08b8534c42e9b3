package dev.ripcord.jobs.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ripcord.signal.Heartbeat;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    @Test
    void theHeartBeatsAlsoWhereNothingWasReadYetAndWhereNothingIsToBeReadNothingLags() throws Exception {
        try (var heart = Heart.startedAt(0, StartingPoint.BEGINNING).ends(0, 12).ends(1, 0)) {
            assertThat(heart.beatsAt(1_000))
                    .extracting(Heartbeat::partition, Heartbeat::offset, Heartbeat::lagRecords, Heartbeat::lagMillis)
                    .containsExactly(tuple(0, -1L, 12L, null), tuple(1, -1L, 0L, 0L));
        }
    }

    @Test
    void lagIsWhatLiesBetweenTheLatestEventAndTheEnd() throws Exception {
        try (var heart = Heart.startedAt(0, StartingPoint.BEGINNING).ends(0, 12).ends(1, 5)) {
            heart.reads(0, 9, 400).reads(1, 4, 700);

            assertThat(heart.beatsAt(1_000))
                    .containsExactly(
                            new Heartbeat(1, 0, 9, 400L, 2L, 600L, 1_000), new Heartbeat(1, 1, 4, 700L, 0L, 0L, 1_000));
        }
    }

    @Test
    void anEndThatWasAskedForBeforeTheLatestEventIsNoNegativeLag() throws Exception {
        try (var heart = Heart.startedAt(0, StartingPoint.BEGINNING).ends(0, 12)) {
            heart.reads(0, 19, 400);
            assertThat(heart.beatsAt(1_000)).containsExactly(new Heartbeat(1, 0, 19, 400L, 0L, 0L, 1_000));
        }
    }

    /** How much there is to read nobody knows then, but none of it can have waited for longer. */
    @Test
    void whileTheBrokerDoesNotAnswerWhatIsUnreadMayHaveWaitedSinceNothingWas() throws Exception {
        try (var heart = Heart.startedAt(0, StartingPoint.BEGINNING).ends(2, 10)) {
            heart.reads(2, 9, 400);
            assertThat(heart.lagMillisAt(20_000)).isZero();
            heart.brokerIsSilent();
            assertThat(heart.lagMillisAt(25_000)).isZero();
            assertThat(heart.beatsAt(26_000)).containsExactly(new Heartbeat(1, 2, 9, 400L, null, 6_000L, 26_000));
        }
    }

    @Test
    void aBrokerThatHasNotAnsweredYetLeavesTheLagUnknownAndOneThatNeverDoesLeavesWhatWasRead() throws Exception {
        try (var heart = Heart.startedAt(0, StartingPoint.BEGINNING).brokerIsSilent()) {
            heart.reads(2, 9, 400);
            assertThat(heart.beatsAt(10_000)).containsExactly(new Heartbeat(1, 2, 9, 400L, null, null, 10_000));
            assertThat(heart.beatsAt(11_000)).containsExactly(new Heartbeat(1, 2, 9, 400L, null, 10_600L, 11_000));
        }
    }
}
