package dev.ripcord.decision;

import static dev.ripcord.decision.GivenSignal.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Scope;
import dev.ripcord.pattern.Action;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.Violation;
import dev.ripcord.topic.Position;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Scope SCOPE = GivenSignal.scope("invoice-9");
    private static final GivenSignal SIGNAL =
            GivenSignal.of("invoice-9", 7, NOW).root("batch-0").escalating();

    private final DecisionRun run = new DecisionRun();

    @Test
    void aHaltThatNoRuntimeAcknowledgesIsToldOnce() {
        run.hears(SIGNAL).readsBack(NOW + 2).waitsUntil(SCOPE, NOW + 29_999);
        assertThat(run.alarms(Alarm.UNACKNOWLEDGED)).isEmpty();

        run.waitsUntil(SCOPE, NOW + 30_000).waitsUntil(SCOPE, NOW + 90_000);

        Signal alarm = run.alarms(Alarm.UNACKNOWLEDGED).get(0);
        assertThat(run.alarms(Alarm.UNACKNOWLEDGED)).hasSize(1);
        assertThat(alarm.scope()).isEqualTo(SCOPE);
        assertThat(alarm.message())
                .isEqualTo("the halt (identical-call) of session/default/invoice-9 was not acknowledged within 30s: its"
                        + " agent may not know of it");
        assertThat(run.happened).contains(Happening.UNACKNOWLEDGED);
    }

    @Test
    void anyAcknowledgementIsOneAlsoBeforeTheHaltIsReadBack() {
        run.hears(SIGNAL).acknowledges(SIGNAL, Status.RECEIVED, NOW + 3).readsBack(NOW + 2);

        run.waitsUntil(SCOPE, NOW + 30_000);

        assertThat(run.alarms(Alarm.UNACKNOWLEDGED)).isEmpty();
        assertThat(run.deliveries).containsExactly(1L);
    }

    @Test
    void aReleasedHaltAndAnOldOneNeedNoAcknowledgement() {
        run.hears(SIGNAL).readsBack(NOW + 2).releases(SCOPE, NOW + 5, NOW + 5, new Position(0, 7));
        Halt old = GivenSignal.of("b", 1, NOW - Duration.ofHours(1).toMillis())
                .signal()
                .halt(null, "i");
        run.reads(GivenSignal.scope("b"), old, NOW - Duration.ofHours(1).toMillis());

        run.waitsUntil(SCOPE, NOW + 30_000).waitsUntil(GivenSignal.scope("b"), NOW + 30_000);

        assertThat(run.alarms(Alarm.UNACKNOWLEDGED)).isEmpty();
    }

    @Test
    void anOperatorsHaltOfASessionThatHadSignalledWantsAnAcknowledgementToo() {
        Halt byMaria = Halt.byOperator("m-1", SCOPE, "held", DecisionRun.MARIA, NOW, null, List.of());
        run.hears(SIGNAL.action(Action.WARN)).reads(SCOPE, byMaria, NOW + 2).waitsUntil(SCOPE, NOW + 30_000);

        assertThat(run.alarms(Alarm.UNACKNOWLEDGED).get(0).message()).startsWith("the operator's halt of session/");
    }

    @Test
    void aRefusalIsToldWithoutTheRuntimesWords() {
        run.hears(SIGNAL)
                .readsBack(NOW + 2)
                .acknowledges(SIGNAL, Status.REFUSED, NOW + 9)
                .acknowledges(SIGNAL, Status.REFUSED, NOW + 10);

        assertThat(run.alarms(Alarm.REFUSED)).hasSize(1);
        assertThat(run.alarms(Alarm.REFUSED).get(0).message())
                .isEqualTo("a runtime refuses the halt (identical-call) of session/default/invoice-9; session"
                        + " default/invoice-9 goes on");
    }

    @Test
    void theWayOfAHaltIsMeasuredOnTheBrokersClock() {
        run.hears(SIGNAL)
                .readsBack(NOW + 4)
                .acknowledges(SIGNAL, Status.RECEIVED, NOW + 24)
                .hears(SIGNAL.violatedAt(8, NOW + 40, null))
                .acknowledges(SIGNAL, Status.STOPPED, NOW + 94)
                .acknowledges(SIGNAL, Status.STOPPED, NOW + 500);

        assertThat(run.deliveries).containsExactly(20L);
        assertThat(run.stops).containsExactly(new TimeToStop(NOW, NOW + 4, NOW + 24, NOW + 94, NOW + 40));
        assertThat(run.stops.get(0).millis()).isEqualTo(94);
        assertThat(run.stops.get(0))
                .hasToString(
                        "event to halt 4 ms, halt to delivery 20 ms, delivery to stop 70 ms, last event 36 ms after"
                                + " the halt");
    }

    @Test
    void theFirstViolationIsToldWithItsCostAndTheNextAfterTheGraceHaltsTheLineage() {
        run.hears(SIGNAL)
                .readsBack(NOW + 2)
                .hears(SIGNAL.violatedAt(8, NOW + 5_000, "0.02"))
                .hears(SIGNAL.violatedAt(9, NOW + 6_999, "0.03"));
        assertThat(run.alarms(Alarm.VIOLATED)).hasSize(1);
        assertThat(run.alarms(Alarm.VIOLATED).get(0).message())
                .isEqualTo("session default/invoice-9 goes on in spite of the halt (identical-call) of"
                        + " session/default/invoice-9: 1 event since, $0.02");
        assertThat(run.halts()).hasSize(1);

        run.hears(SIGNAL.violatedAt(10, NOW + 7_000, null)).hears(SIGNAL.violatedAt(11, NOW + 9_000, "1"));

        assertThat(run.halts()).hasSize(2);
        Halt lineage = run.halts().get(1);
        assertThat(lineage.scope().key()).isEqualTo("lineage/default/batch-0");
        assertThat(lineage.actor()).isEqualTo(new Actor(Actor.Kind.SYSTEM, "guard"));
        assertThat(lineage.pattern()).isEqualTo(SIGNAL.signal().pattern());
        assertThat(lineage.position()).isEqualTo(new Position(0, 10));
        assertThat(lineage.reason())
                .isEqualTo("the halt (identical-call) of session/default/invoice-9 was ignored: 3 events since, $0.05");
        assertThat(lineage.values())
                .containsEntry("ignored_events", 3L)
                .containsEntry("ignored_cost_usd", new BigDecimal("0.05"));
        assertThat(run.alarms(Alarm.ESCALATED)).extracting(Signal::signalId).containsExactly(lineage.haltId());
        assertThat(run.ignoredUsd).isEqualByComparingTo("1.05");
    }

    @Test
    void aViolationThatStandsForManyCountsAsThemAll() {
        Violation many = SIGNAL.violatedAt(11, NOW + 7_000, "900000")
                .after(SIGNAL.violatedAt(10, NOW + 6_000, null))
                .after(SIGNAL.violatedAt(9, NOW + 5_500, "900000"));

        run.hears(SIGNAL)
                .readsBack(NOW + 2)
                .hears(SIGNAL.violatedAt(8, NOW + 5_000, "1.5"))
                .hears(many);

        assertThat(run.happened).filteredOn(Happening.VIOLATED::equals).hasSize(4);
        assertThat(run.ignoredUsd).isEqualByComparingTo("1800001.5");
        assertThat(run.halts().get(1).values())
                .containsEntry("ignored_events", 4L)
                .containsEntry("ignored_cost_usd", new BigDecimal("1800001.5"));
    }

    @Test
    void aSignalThatFindsItsSessionHaltedMayAskForItsLineageAllTheSame() {
        GivenSignal first = GivenSignal.of("invoice-9", 6, NOW - 1).root("batch-0");
        run.hears(first)
                .hears(SIGNAL.pattern("spend-loop"))
                .readsBack(NOW + 2)
                .hears(first.violatedAt(8, NOW + 5_000, null))
                .hears(first.violatedAt(9, NOW + 9_000, null));

        assertThat(run.halts())
                .extracting(halt -> halt.scope().key())
                .containsExactly("session/default/invoice-9", "lineage/default/batch-0");
    }

    @Test
    void aDefinitionThatDoesNotAskForItHaltsNoLineage() {
        GivenSignal plain = GivenSignal.of("invoice-9", 7, NOW).root("batch-0");
        run.hears(plain)
                .readsBack(NOW + 2)
                .hears(plain.violatedAt(8, NOW + 5_000, null))
                .hears(plain.violatedAt(9, NOW + 50_000, null));

        assertThat(run.halts()).hasSize(1);
        assertThat(run.alarms(Alarm.VIOLATED)).hasSize(1);
    }

    @Test
    void whoeverIsMutedIsNotHaltedWithItsLineage() {
        Mute mute = Mute.ofScope(
                Scope.parse("lineage/default/batch-0"), "looking", DecisionRun.MARIA, NOW + 1, NOW + 60_000);
        run.hears(SIGNAL)
                .readsBack(NOW + 2)
                .mutes(mute)
                .hears(SIGNAL.violatedAt(8, NOW + 5_000, null))
                .hears(SIGNAL.violatedAt(9, NOW + 50_000, null));

        assertThat(run.halts()).hasSize(1);
    }

    @Test
    void whatHappensAfterTheReleaseIsCountedAndNobodyIsToldOrHalted() {
        run.hears(SIGNAL)
                .readsBack(NOW + 2)
                .hears(SIGNAL.violatedAt(8, NOW + 5_000, null))
                .releases(SCOPE, NOW + 6_000, NOW + 6_000, new Position(0, 8))
                .hears(SIGNAL.violatedAt(9, NOW + 50_000, null));

        assertThat(run.halts()).hasSize(1);
        assertThat(run.happened).filteredOn(Happening.VIOLATED::equals).hasSize(2);
    }

    @Test
    void aLineageThatWasReleasedMeanwhileIsLetGoAgain() {
        Scope lineage = Scope.parse("lineage/default/batch-0");
        run.hears(SIGNAL)
                .readsBack(NOW + 2)
                .hears(SIGNAL.violatedAt(8, NOW + 5_000, null))
                .hears(SIGNAL.violatedAt(9, NOW + 9_000, null))
                .releases(lineage, NOW + 9_001, NOW + 9_001);
        Halt escalated = run.halts().get(1);

        run.reads(lineage, escalated, NOW + 9_002);

        assertThat(run.withdrawals()).hasSize(1);
        assertThat(run.withdrawals().get(0).scope()).isEqualTo(lineage);
        assertThat(run.withdrawals().get(0).forgives(escalated.position())).isTrue();
    }

    @Test
    void anOperatorsHaltThatIsIgnoredIsToldAndNoMore() {
        Scope tenant = Scope.parse("tenant/default");
        Halt byMaria = Halt.byOperator("m-1", tenant, "stop", DecisionRun.MARIA, NOW, null, List.of());
        Violation first = violation(tenant, 8, NOW + 5_000);

        run.reads(tenant, byMaria, NOW + 2).hears(first).hears(violation(tenant, 9, NOW + 50_000));

        assertThat(run.alarms(Alarm.VIOLATED)).hasSize(1);
        assertThat(run.alarms(Alarm.VIOLATED).get(0).message()).contains("the operator's halt of tenant/default");
        assertThat(run.halts()).isEmpty();
    }

    @Test
    void halfARefusalAndHalfAHaltDoNoHarm() {
        run.acknowledges("unknown", SCOPE, "invoice-9", Status.REFUSED, NOW);
        for (int i = 0; i < 100; i++) {
            run.acknowledges("made-up-" + i, SCOPE, "invoice-9", Status.STOPPED, NOW);
        }
        run.hears(SIGNAL).readsBack(NOW + 2).acknowledges(SIGNAL, Status.STOPPED, NOW + 9);

        assertThat(run.stops).hasSize(1);
        assertThat(run.told).hasSize(1);
    }

    private static Violation violation(Scope scope, long offset, long kafkaTime) {
        Violation of = SIGNAL.violatedAt(offset, kafkaTime, "0.5");
        return new Violation(
                "m-1", scope, of.session(), null, of.agentId(), of.position(), kafkaTime, kafkaTime, 1, of.costUsd());
    }
}
