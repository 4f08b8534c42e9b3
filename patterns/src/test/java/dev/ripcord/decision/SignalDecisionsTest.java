package dev.ripcord.decision;

import static dev.ripcord.decision.GivenSignal.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.halt.Halt;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Mode;
import dev.ripcord.topic.Position;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignalDecisionsTest {
    private final DecisionRun run = new DecisionRun();

    @Test
    void anEnforcedHaltStopsItsSessionWithItsEvidence() {
        run.hears(GivenSignal.of("invoice-9", 1, NOW));

        Halt halt = run.halts().get(0);
        assertThat(halt.scope()).isEqualTo(GivenSignal.scope("invoice-9"));
        assertThat(halt.position()).isEqualTo(new Position(0, 1));
        assertThat(halt.incident()).isEqualTo(halt.haltId());
        assertThat(halt.values()).containsEntry("outcome.in_a_row", 4L);
        assertThat(halt.expiresAt()).isNull();
        assertThat(run.told)
                .containsExactly(
                        DecidedSignal.of(GivenSignal.of("invoice-9", 1, NOW).signal()));
    }

    @Test
    void aShadowAndAWarningStopNobody() {
        run.hears(GivenSignal.of("invoice-9", 1, NOW).mode(Mode.SHADOW))
                .hears(GivenSignal.of("invoice-9", 2, NOW).action(Action.WARN));

        assertThat(run.told).hasSize(2);
        assertThat(run.written).isEmpty();
    }

    @Test
    void aPauseEndsByItself() {
        run.hears(GivenSignal.of("invoice-9", 1, NOW).action(Action.PAUSE));

        assertThat(run.halts()).extracting(Halt::expiresAt).containsExactly(NOW + 300_000);
    }

    /** The guard has one key for a scope: what ends by itself must not take the place of what does not. */
    @Test
    void aPauseTakesThePlaceOfNoHaltAlsoOnTheSameEvent() {
        run.hears(GivenSignal.of("invoice-9", 1, NOW))
                .hears(GivenSignal.of("invoice-9", 1, NOW).pattern("tool-cycle").action(Action.PAUSE))
                .hears(GivenSignal.of("invoice-9", 2, NOW + 5)
                        .pattern("tool-cycle")
                        .action(Action.PAUSE));

        assertThat(run.told).hasSize(3);
        assertThat(run.halts()).extracting(Halt::expiresAt).containsExactly((Long) null);
    }

    @Test
    void aHaltTakesThePlaceOfAPauseAndAPauseThatLastsLongerOfAShorterOne() {
        run.hears(GivenSignal.of("invoice-9", 1, NOW).action(Action.PAUSE))
                .hears(GivenSignal.of("invoice-9", 2, NOW + 5)
                        .pattern("tool-cycle")
                        .action(Action.PAUSE))
                .hears(GivenSignal.of("invoice-9", 2, NOW + 5).pattern("state-loop"));

        assertThat(run.halts()).extracting(Halt::expiresAt).containsExactly(NOW + 300_000, NOW + 300_005, null);
    }

    @Test
    void aPauseHoldsAgainOnceTheHaltIsReleased() {
        run.hears(GivenSignal.of("invoice-9", 1, NOW))
                .releases(GivenSignal.scope("invoice-9"), NOW + 10, NOW + 10, new Position(0, 5))
                .hears(GivenSignal.of("invoice-9", 9, NOW + 2_000)
                        .pattern("tool-cycle")
                        .action(Action.PAUSE));

        assertThat(run.halts()).extracting(Halt::expiresAt).containsExactly(null, NOW + 302_000);
    }

    @Test
    void aRepeatedSignalIsPassedOnOnce() {
        run.hears(GivenSignal.of("invoice-9", 1, NOW)).hears(GivenSignal.of("invoice-9", 1, NOW));

        assertThat(run.told).hasSize(1);
        assertThat(run.halts()).hasSize(1);
        assertThat(run.happened).containsExactly(Happening.HALTED, Happening.REPEATED);
    }

    /** Cause, time and spend are those of the halt that stopped it, whatever else is found before it stands still. */
    @Test
    void aHaltThatStandsIsReplacedByNoneThatLastsNoLongerAndEverySignalIsKept() {
        run.hears(GivenSignal.of("invoice-9", 4, NOW - 50_000))
                .hears(GivenSignal.of("invoice-9", 4, NOW - 50_000).pattern("stale-results"))
                .hears(GivenSignal.of("invoice-9", 5, NOW - 49_990).pattern("tool-cycle"))
                .hears(GivenSignal.of("invoice-9", 9, NOW));

        String first = GivenSignal.of("invoice-9", 4, NOW - 50_000).id();
        assertThat(run.halts()).extracting(Halt::haltId).containsExactly(first);
        assertThat(run.told).extracting(DecidedSignal::standing).containsExactly(null, first, first, first);
        assertThat(run.happened).containsExactly(Happening.HALTED);
    }

    /** It refused the first, or the first is gone: a halt that is not written then would never come. */
    @Test
    void whoeverGoesOnAfterTheCoolDownIsHaltedAgain() {
        run.hears(GivenSignal.of("invoice-9", 4, NOW - 90_000))
                .hears(GivenSignal.of("invoice-9", 8, NOW - 20_000).pattern("tool-cycle"))
                .hears(GivenSignal.of("invoice-9", 9, NOW));

        assertThat(run.halts()).extracting(halt -> halt.position().offset()).containsExactly(4L, 8L);
        assertThat(run.told).extracting(DecidedSignal::standing).element(2).isNotNull();
    }

    @Test
    void twoPausesOnOneEventAreOne() {
        run.hears(GivenSignal.of("invoice-9", 1, NOW).action(Action.PAUSE))
                .hears(GivenSignal.of("invoice-9", 1, NOW).pattern("tool-cycle").action(Action.PAUSE));

        assertThat(run.halts()).hasSize(1);
    }

    @Test
    void aReleasedHaltAndAPauseThatIsOverStandNoMore() {
        run.at(NOW + 400_000)
                .hears(GivenSignal.of("invoice-9", 1, NOW).action(Action.PAUSE))
                .hears(GivenSignal.of("invoice-9", 2, NOW + 300_000)
                        .pattern("tool-cycle")
                        .action(Action.PAUSE))
                .hears(GivenSignal.of("invoice-9", 3, NOW + 300_005))
                .releases(GivenSignal.scope("invoice-9"), NOW + 300_010, NOW + 300_010, new Position(0, 5))
                .hears(GivenSignal.of("invoice-9", 9, NOW + 302_000).pattern("tool-cycle"));

        assertThat(run.halts()).extracting(halt -> halt.position().offset()).containsExactly(1L, 2L, 3L, 9L);
        assertThat(run.told).extracting(DecidedSignal::standing).containsOnlyNulls();
    }

    @Test
    void aShadowOrAWarningOfAHaltedSessionIsNoSignalThatFoundItHalted() {
        run.hears(GivenSignal.of("invoice-9", 1, NOW))
                .hears(GivenSignal.of("invoice-9", 2, NOW).pattern("tool-cycle").mode(Mode.SHADOW))
                .hears(GivenSignal.of("invoice-9", 3, NOW).pattern("tool-cycle").action(Action.WARN));

        assertThat(run.told).extracting(DecidedSignal::standing).containsOnlyNulls();
    }

    @Test
    void withinTheCoolDownOnePauseIsEnoughAndEverySignalIsKept() {
        run.hears(GivenSignal.of("invoice-9", 1, NOW - 70_000).action(Action.PAUSE))
                .hears(GivenSignal.of("invoice-9", 2, NOW - 20_000).action(Action.PAUSE))
                .hears(GivenSignal.of("invoice-9", 3, NOW - 20_000)
                        .pattern("tool-cycle")
                        .action(Action.PAUSE))
                .hears(GivenSignal.of("invoice-9", 4, NOW).action(Action.PAUSE));

        assertThat(run.told).hasSize(4);
        assertThat(run.halts()).extracting(halt -> halt.position().offset()).containsExactly(1L, 3L, 4L);
    }

    @Test
    void anEventThatWaitedTooLongIsMarkedLateAndHaltsNobody() {
        run.hears(GivenSignal.of("invoice-9", 1, NOW - Duration.ofMinutes(16).toMillis()));

        assertThat(run.told).extracting(DecidedSignal::late).containsExactly(true);
        assertThat(run.written).isEmpty();
    }
}
