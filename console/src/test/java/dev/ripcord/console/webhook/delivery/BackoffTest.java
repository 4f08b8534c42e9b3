package dev.ripcord.console.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), new Random());

    @RepeatedTest(20)
    void eachWaitIsTwiceTheLastLessUpToHalf() {
        assertThat(wait(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(wait(2)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(wait(5)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
        assertThat(wait(1_000)).isBetween(Duration.ofSeconds(30), Backoff.LONGEST);
    }

    @Test
    void aReceiverThatAsksForMoreGetsItWithinLimits() {
        assertThat(backoff.after(1, Optional.of(Duration.ofMinutes(2)))).isEqualTo(Duration.ofMinutes(2));
        assertThat(backoff.after(1, Optional.of(Duration.ofDays(2)))).isEqualTo(Backoff.LONGEST_ASKED);
        assertThat(backoff.after(5, Optional.of(Duration.ZERO))).isGreaterThan(Duration.ofSeconds(7));
    }

    private Duration wait(int failed) {
        return backoff.after(failed, Optional.empty());
    }
}
