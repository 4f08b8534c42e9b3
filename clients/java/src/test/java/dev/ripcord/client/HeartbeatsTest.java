package dev.ripcord.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {
    private final Heartbeats heartbeats = new Heartbeats();

    @Test
    void aGuardThatNeverSaidAnythingIsAbsent() {
        assertThat(heartbeats.news(1_000)).isEqualTo(new GuardNews(GuardState.ABSENT, null));
    }

    @Test
    void itIsLiveWhileEachPartitionIsHeardAndTheLagIsTheLargest() {
        heard(0, "\"lag_millis\":4", 1_000);
        heard(1, "\"lag_millis\":7", 1_500);
        assertThat(heartbeats.news(6_000)).isEqualTo(new GuardNews(GuardState.LIVE, 7L));
        assertThat(heartbeats.news(6_001).state()).isEqualTo(GuardState.STALE);
    }

    @Test
    void oneThatIsTooFarBehindIsStaleThoughItIsHeard() {
        heard(0, "\"lag_millis\":15001", 1_000);
        assertThat(heartbeats.news(1_000)).isEqualTo(new GuardNews(GuardState.STALE, 15_001L));
    }

    @Test
    void aPartitionOfALogThatIsNoMoreIsForgottenOnceSomebodyIsHeard() {
        heard(7, "\"lag_millis\":4", 1_000, false);
        assertThat(heartbeats.news(900_000).state()).isEqualTo(GuardState.STALE);
        heard(0, "\"lag_millis\":4", 900_000);
        assertThat(heartbeats.news(900_000).state()).isEqualTo(GuardState.LIVE);
    }

    @Test
    void aLagThatNobodyKnowsIsNotZero() {
        heard(0, "\"offset\":-1", 1_000);
        assertThat(heartbeats.news(1_000)).isEqualTo(new GuardNews(GuardState.LIVE, null));
    }

    @Test
    void oneThatTheGuardDoesNotKnowIsTheOneThatItLastKnewHoweverOftenItBeats() {
        heard(0, "\"lag_millis\":40", 1_000);
        for (long time = 2_000; time <= 60_000; time += 1_000) {
            heard(0, "\"offset\":-1", time);
        }
        assertThat(heartbeats.news(60_000)).isEqualTo(new GuardNews(GuardState.LIVE, 40L));
    }

    @Test
    void whoWasBehindIsBehindUntilItSaysThatItIsNot() {
        heard(0, "\"lag_millis\":20000", 1_000);
        heard(0, "\"offset\":-1", 2_000);
        assertThat(heartbeats.news(2_000).state()).isEqualTo(GuardState.STALE);
        heard(0, "\"lag_millis\":0", 3_000);
        assertThat(heartbeats.news(3_000).state()).isEqualTo(GuardState.LIVE);
    }

    private void heard(int partition, String more, long time) {
        heard(partition, more, time, true);
    }

    private void heard(int partition, String more, long time, boolean live) {
        var text = "{\"schema_version\":1,\"partition\":" + partition + "," + more + "}";
        heartbeats.heard(text.getBytes(StandardCharsets.UTF_8), time, live);
    }
}
