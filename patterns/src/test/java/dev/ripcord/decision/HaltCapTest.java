package dev.ripcord.decision;

import static dev.ripcord.decision.GivenSignal.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.halt.Halt;
import dev.ripcord.pattern.Severity;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.Position;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HaltCapTest {
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final DecisionRun run = new DecisionRun(DecisionLimits.DEFAULT.withBlastRadius(2, WINDOW));

    @Test
    void aboveTheCapHaltsAreHeldAndAPersonIsAskedOnce() {
        run.hears(GivenSignal.of("a", 1, NOW))
                .hears(GivenSignal.of("b", 2, NOW))
                .hears(GivenSignal.of("c", 3, NOW + 1))
                .hears(GivenSignal.of("d", 4, NOW + 2));

        String incident = GivenSignal.of("a", 1, NOW).id();
        assertThat(run.halts()).hasSize(2);
        assertThat(run.told)
                .filteredOn(one -> one.held() != null)
                .hasSize(2)
                .allMatch(one -> one.held().equals(incident));
        Signal question = run.alarms(Alarm.HELD).get(0);
        assertThat(run.alarms(Alarm.HELD)).hasSize(1);
        assertThat(question.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(question.stops()).isFalse();
        assertThat(question.scope().key()).isEqualTo("tenant/default");
        assertThat(question.message())
                .isEqualTo("identical-call has halted 2 lineages of tenant default within 10m; its further halts are"
                        + " held. To let them through: ripcord halt --held " + incident
                        + " --reason 'I looked at them'");
        assertThat(run.happened).contains(Happening.HELD);
    }

    @Test
    void aLineageCountsOnceHoweverManyOfItsSessionsAreHalted() {
        run.hears(GivenSignal.of("a", 1, NOW).root("batch"))
                .hears(GivenSignal.of("b", 2, NOW).root("batch"))
                .hears(GivenSignal.of("batch", 3, NOW))
                .hears(GivenSignal.of("c", 4, NOW));

        assertThat(run.halts()).hasSize(4);
    }

    @Test
    void whoWasHaltedAlreadyMayBeHaltedAgain() {
        run.hears(GivenSignal.of("a", 1, NOW))
                .hears(GivenSignal.of("b", 2, NOW))
                .releases(GivenSignal.scope("a"), NOW + 10, NOW + 10, new Position(0, 1))
                .hears(GivenSignal.of("a", 3, NOW + 70_000));

        assertThat(run.halts()).hasSize(3);
    }

    @Test
    void whatFindsItsSessionHaltedCountsForNoPattern() {
        run.hears(GivenSignal.of("a", 1, NOW))
                .hears(GivenSignal.of("a", 2, NOW).pattern("tool-cycle"))
                .hears(GivenSignal.of("b", 3, NOW).pattern("tool-cycle"))
                .hears(GivenSignal.of("c", 4, NOW).pattern("tool-cycle"))
                .hears(GivenSignal.of("d", 5, NOW).pattern("tool-cycle"));

        String incident = GivenSignal.of("b", 3, NOW).pattern("tool-cycle").id();
        assertThat(run.halts())
                .extracting(Halt::scope)
                .containsExactly(GivenSignal.scope("a"), GivenSignal.scope("b"), GivenSignal.scope("c"));
        assertThat(run.halts().get(2).incident()).isEqualTo(incident);
    }

    @Test
    void definitionsAndTenantsAreCountedApart() {
        run.hears(GivenSignal.of("a", 1, NOW))
                .hears(GivenSignal.of("b", 2, NOW))
                .hears(GivenSignal.of("c", 3, NOW).pattern("tool-cycle"));

        assertThat(run.halts()).hasSize(3);
    }

    @Test
    void theWindowSlidesOnTheBrokersTime() {
        long window = WINDOW.toMillis();
        run.hears(GivenSignal.of("a", 1, NOW))
                .hears(GivenSignal.of("b", 2, NOW + window / 2))
                .hears(GivenSignal.of("c", 3, NOW + window - 1))
                .hears(GivenSignal.of("d", 4, NOW + window))
                .hears(GivenSignal.of("e", 5, NOW + window + 1))
                .hears(GivenSignal.of("f", 6, NOW + window + window / 2));

        assertThat(run.halts())
                .extracting(Halt::scope)
                .containsExactly(
                        GivenSignal.scope("a"), GivenSignal.scope("b"), GivenSignal.scope("d"), GivenSignal.scope("f"));
    }

    @Test
    void hardBudgetsAreExemptAndUseUpNothing() {
        run.hears(GivenSignal.of("a", 1, NOW).exempt())
                .hears(GivenSignal.of("b", 2, NOW).exempt())
                .hears(GivenSignal.of("c", 3, NOW).exempt())
                .hears(GivenSignal.of("d", 4, NOW))
                .hears(GivenSignal.of("e", 5, NOW))
                .hears(GivenSignal.of("f", 6, NOW).exempt());

        assertThat(run.halts()).hasSize(6);
    }

    @Test
    void zeroIsNoBound() {
        DecisionRun unbounded = new DecisionRun(DecisionLimits.DEFAULT.withBlastRadius(0, WINDOW));
        for (int i = 0; i < 100; i++) {
            unbounded.hears(GivenSignal.of("s" + i, i, NOW));
        }

        assertThat(unbounded.halts()).hasSize(100);
    }

    @Test
    void aNewIncidentIsAskedAboutAgain() {
        long later = NOW + Duration.ofHours(1).toMillis();
        run.hears(GivenSignal.of("a", 1, NOW))
                .hears(GivenSignal.of("b", 2, NOW))
                .hears(GivenSignal.of("c", 3, NOW))
                .hears(GivenSignal.of("d", 4, later))
                .hears(GivenSignal.of("e", 5, later))
                .hears(GivenSignal.of("f", 6, later));

        assertThat(run.alarms(Alarm.HELD)).hasSize(2).doesNotHaveDuplicates();
    }
}
