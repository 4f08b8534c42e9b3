package dev.ripcord.jobs.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.decision.GivenSignal;
import dev.ripcord.signal.Violation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViolationPaceTest {
    private static final GivenSignal SIGNAL = GivenSignal.of("invoice-9", 7, GivenSignal.NOW);

    private final ViolationPace pace = new ViolationPace();
    private final List<Violation> told = new ArrayList<>();

    @Test
    void theFirstIsToldAtOnceAndThenOneASecondThatStandsForAll() {
        for (int event = 0; event < 201; event++) {
            hears(SIGNAL.violatedAt(10 + event, GivenSignal.NOW + 10L * event, "0.01"));
        }

        assertThat(told).extracting(Violation::events).containsExactly(1L, 100L, 100L);
        assertThat(told.get(1).costUsd()).isEqualByComparingTo("1.00");
        assertThat(told.get(2).position().offset()).isEqualTo(210);
    }

    @Test
    void sessionsAndHaltsAreToldOfEachByItself() {
        hears(SIGNAL.violatedAt(10, GivenSignal.NOW, null));
        hears(GivenSignal.of("other", 8, GivenSignal.NOW).violatedAt(11, GivenSignal.NOW, null));
        hears(GivenSignal.of("invoice-9", 9, GivenSignal.NOW).violatedAt(12, GivenSignal.NOW, null));

        assertThat(told).hasSize(3).extracting(Violation::costUsd).containsOnlyNulls();
    }

    @Test
    void oneThatIsForgottenBecauseManyOthersGoOnIsAFirstOneAgain() {
        hears(SIGNAL.violatedAt(10, GivenSignal.NOW, null));
        for (int other = 1; other < ViolationPace.MOST_SESSIONS; other++) {
            hears(GivenSignal.of("other-" + other, 8, GivenSignal.NOW).violatedAt(11, GivenSignal.NOW, null));
        }
        assertThat(told).hasSize(ViolationPace.MOST_SESSIONS);
        hears(GivenSignal.of("one-too-many", 8, GivenSignal.NOW).violatedAt(11, GivenSignal.NOW, null));
        told.clear();

        hears(SIGNAL.violatedAt(12, GivenSignal.NOW + 1, null));

        assertThat(told).extracting(Violation::events).containsExactly(1L);
    }

    @Test
    void whoeverGoesOnIsNotTheOneThatIsForgotten() {
        hears(SIGNAL.violatedAt(10, GivenSignal.NOW, null));
        for (int other = 1; other < ViolationPace.MOST_SESSIONS; other++) {
            hears(GivenSignal.of("other-" + other, 8, GivenSignal.NOW).violatedAt(11, GivenSignal.NOW, null));
        }
        hears(SIGNAL.violatedAt(12, GivenSignal.NOW + 1, null));
        hears(GivenSignal.of("one-too-many", 8, GivenSignal.NOW).violatedAt(11, GivenSignal.NOW, null));
        told.clear();

        hears(SIGNAL.violatedAt(13, GivenSignal.NOW + 1_000, null));

        assertThat(told).extracting(Violation::events).containsExactly(2L);
    }

    @Test
    void aBrokerWhoseClockIsBehindTheLastOneHoldsNothingBackForLong() {
        hears(SIGNAL.violatedAt(10, GivenSignal.NOW, null));
        hears(SIGNAL.violatedAt(11, GivenSignal.NOW - 60_000, null));
        hears(SIGNAL.violatedAt(12, GivenSignal.NOW - 59_500, null));
        hears(SIGNAL.violatedAt(13, GivenSignal.NOW - 59_000, null));

        assertThat(told).extracting(Violation::events).containsExactly(1L, 1L, 2L);
    }

    private void hears(Violation violation) {
        pace.after(violation).ifPresent(told::add);
    }
}
