package dev.ripcord.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VigilanceTest {
    private static final GuardNews LIVE = new GuardNews(GuardState.LIVE, 4L);
    private static final GuardNews STALE = new GuardNews(GuardState.STALE, 20_000L);

    private final List<String> told = new ArrayList<>();
    private long millis;
    private final Vigilance vigilance = new Vigilance(
            "invoice-9",
            Duration.ofSeconds(5),
            Duration.ofSeconds(6),
            () -> Duration.ofMillis(millis).toNanos(),
            why -> told.add("unguarded: " + why),
            () -> told.add("guarded"));

    @Test
    void theStartMayTakeItsTimeAndNoLonger() {
        vigilance.lost("connection refused");
        at(4_999);
        assertThat(told).isEmpty();
        at(5_001);
        at(9_000);
        assertThat(told).containsExactly("unguarded: what stands could not be read: connection refused");
        vigilance.guard(LIVE);
        vigilance.ready();
        assertThat(told).hasSize(2).last().isEqualTo("guarded");
    }

    @Test
    void whatStandsIsNotKnownBeforeItWasReadThoughTheGuardIsLive() {
        vigilance.guard(LIVE);
        assertThat(vigilance.unguarded()).isEmpty();
        assertThat(vigilance.unwatched()).contains("what stands could not be read: it has not answered yet");
        vigilance.ready();
        assertThat(vigilance.unwatched()).isEmpty();
    }

    @Test
    void aShortInterruptionIsNotWorthAWord() {
        start();
        vigilance.lost("broken");
        at(5_900);
        vigilance.guard(LIVE);
        at(11_000);
        assertThat(told).isEmpty();
    }

    @Test
    void aSourceThatIsSilentIsNoGuard() {
        start();
        vigilance.lost("broken");
        at(5_996);
        assertThat(told).isEmpty();
        at(5_997);
        assertThat(told).containsExactly("unguarded: the guard's last word is older than 6s: broken");
    }

    @Test
    void aLagThatNobodyNamesStopsNobody() {
        start();
        vigilance.guard(new GuardNews(GuardState.LIVE, null));
        at(6_000);
        assertThat(told).isEmpty();
    }

    @Test
    void aStaleGuardIsNoGuardAndEachChangeIsToldOnce() {
        start();
        vigilance.guard(STALE);
        vigilance.guard(STALE);
        vigilance.guard(LIVE);
        vigilance.guard(LIVE);
        vigilance.guard(new GuardNews(GuardState.ABSENT, null));
        assertThat(told)
                .containsExactly(
                        "unguarded: the guard is stale: silent, or too far behind (20000 ms)",
                        "guarded",
                        "unguarded: the guard is absent: none has ever written a heartbeat");
    }

    private void start() {
        vigilance.guard(LIVE);
        vigilance.ready();
    }

    private void at(long now) {
        millis = now;
        vigilance.review();
    }
}
