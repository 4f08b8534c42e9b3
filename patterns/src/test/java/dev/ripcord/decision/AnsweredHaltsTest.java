package dev.ripcord.decision;

import static dev.ripcord.decision.GivenSignal.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import dev.ripcord.pattern.Action;
import dev.ripcord.topic.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever stands still for one halt need not say so to each that comes beside it. */
class AnsweredHaltsTest {
    private static final Scope SCOPE = GivenSignal.scope("invoice-9");
    private static final GivenSignal PAUSE =
            GivenSignal.of("invoice-9", 4, NOW).pattern("tool-cycle").action(Action.PAUSE);
    private static final GivenSignal HALT = GivenSignal.of("invoice-9", 6, NOW + 20);

    private final DecisionRun run = new DecisionRun();

    /** It ends by itself, and the agent goes on then. */
    @Test
    void whoStandsStillForAPauseHasAnsweredNoHalt() {
        run.hears(PAUSE)
                .acknowledges(PAUSE, Status.STOPPED, NOW + 25)
                .hears(HALT)
                .readsBack(NOW + 30)
                .waitsUntil(SCOPE, NOW + 30_000);

        assertThat(run.alarms(Alarm.UNACKNOWLEDGED)).hasSize(1);
    }

    @Test
    void norHasWhoSpeaksOfWhatWasReleased() {
        Halt byMaria = Halt.byOperator("m-1", SCOPE, "held", DecisionRun.MARIA, NOW + 25, null, List.of());
        run.hears(HALT)
                .readsBack(NOW + 21)
                .releases(SCOPE, NOW + 22, NOW + 22, new Position(0, 6))
                .reads(SCOPE, byMaria, NOW + 25)
                .acknowledges(HALT, Status.STOPPED, NOW + 30)
                .waitsUntil(SCOPE, NOW + 60_000);

        assertThat(run.alarms(Alarm.UNACKNOWLEDGED)).hasSize(1);
    }

    @Test
    void aPauseWhosePlaceAHaltHasTakenNeedsNoAnswer() {
        run.hears(PAUSE).hears(HALT).readsBack(NOW + 30).waitsUntil(SCOPE, NOW + 30_000);

        assertThat(run.alarms(Alarm.UNACKNOWLEDGED))
                .extracting(alarm -> alarm.message().split(" of ")[0])
                .containsExactly("the halt (identical-call)");
    }

    @Test
    void anOperatorsHaltOfWhoStandsStillAlreadyNeedsNoAnswerUntilTheOtherIsReleased() {
        Halt byMaria = Halt.byOperator("m-1", SCOPE, "held", DecisionRun.MARIA, NOW + 40, null, List.of());
        run.hears(HALT)
                .readsBack(NOW + 30)
                .acknowledges(HALT, Status.STOPPED, NOW + 35)
                .reads(SCOPE, byMaria, NOW + 40)
                .waitsUntil(SCOPE, NOW + 60_000);
        assertThat(run.alarms(Alarm.UNACKNOWLEDGED)).isEmpty();

        Halt again = Halt.byOperator(
                "m-2", SCOPE, "held", DecisionRun.MARIA, NOW + 70_000, null, List.of(new Position(0, 9)));
        run.at(NOW + 70_000).reads(SCOPE, again, NOW + 70_000).waitsUntil(SCOPE, NOW + 130_000);
        assertThat(run.alarms(Alarm.UNACKNOWLEDGED)).hasSize(1);
    }

    /** Clients say that they have received what they refuse. */
    @Test
    void whoRefusesOneAndAChildHaveAnsweredNoOther() {
        Halt byMaria = Halt.byOperator("m-1", SCOPE, "held", DecisionRun.MARIA, NOW + 40, null, List.of());
        run.hears(HALT)
                .readsBack(NOW + 30)
                .acknowledges(HALT, Status.RECEIVED, NOW + 31)
                .acknowledges(HALT, Status.REFUSED, NOW + 35)
                .acknowledges(HALT.id(), SCOPE, "its-child", Status.STOPPED, NOW + 36)
                .reads(SCOPE, byMaria, NOW + 40)
                .waitsUntil(SCOPE, NOW + 60_000);

        assertThat(run.alarms(Alarm.UNACKNOWLEDGED)).hasSize(1);
    }

    @Test
    void whoHasStoppedForAWiderHaltHasAnsweredItsOwn() {
        run.answers("m-1", Scope.parse("tenant/default"), "invoice-9", Status.STOPPED, NOW + 25)
                .hears(HALT)
                .readsBack(NOW + 30)
                .waitsUntil(SCOPE, NOW + 30_000);

        assertThat(run.alarms(Alarm.UNACKNOWLEDGED)).isEmpty();
    }
}
