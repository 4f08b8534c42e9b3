package dev.ripcord.decision;

import static dev.ripcord.decision.GivenSignal.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Standing;
import dev.ripcord.halt.Writer;
import dev.ripcord.topic.Position;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A release at NOW; the session begins anew at the first event from half a second later on. */
class ReleaseDecisionsTest {
    private static final Scope SCOPE = GivenSignal.scope("invoice-9");

    private final DecisionRun run = new DecisionRun();

    @Test
    void aSecondHaltNeedsNewEvidenceAndWaitsForNoCoolDown() {
        run.hears(GivenSignal.of("invoice-9", 1, NOW - 1_000))
                .readsBack(NOW - 900)
                .releases(SCOPE, NOW, NOW, new Position(0, 1))
                .hears(GivenSignal.of("invoice-9", 9, NOW + 500));

        assertThat(run.halts()).extracting(halt -> halt.position().offset()).containsExactly(1L, 9L);
        assertThat(run.withdrawals()).isEmpty();
    }

    @Test
    void whatTheReleaseForgivesIsToldAndHaltsNobody() {
        run.releases(SCOPE, NOW, NOW, new Position(0, 5)).hears(GivenSignal.of("invoice-9", 5, NOW - 10));

        assertThat(run.told).hasSize(1);
        assertThat(run.written).isEmpty();
    }

    @Test
    void oldEvidenceBeyondTheReleaseHaltsNobodyAndItsHaltIsTakenBackWhereverItIs() {
        run.releases(SCOPE, NOW, NOW, new Position(0, 5)).hears(GivenSignal.of("invoice-9", 7, NOW + 499));

        assertThat(run.halts()).isEmpty();
        Release withdrawal = run.withdrawals().get(0);
        assertThat(withdrawal.writer()).isEqualTo(Writer.GUARD);
        assertThat(withdrawal.actor()).isEqualTo(new Actor(Actor.Kind.SYSTEM, "guard"));
        assertThat(withdrawal.through()).containsExactly(new Position(0, 7));
        assertThat(withdrawal.issuedAt()).isEqualTo(NOW + 499);
        assertThat(run.happened).containsExactly(Happening.WITHDRAWN);
    }

    @Test
    void aHaltThatWasOnItsWayWhenTheReleaseCameIsTakenBack() {
        run.hears(GivenSignal.of("invoice-9", 7, NOW - 5)).releases(SCOPE, NOW, NOW);

        assertThat(run.withdrawals()).extracting(Release::through).containsExactly(List.of(new Position(0, 7)));
        assertThat(standing().inForce(NOW)).isEmpty();
    }

    @Test
    void aHaltOfAnEarlierIncarnationThatComesBackAfterTheReleaseIsTakenBack() {
        Halt earlier = GivenSignal.of("invoice-9", 7, NOW - 5).signal().halt(null, "i");

        run.releases(SCOPE, NOW, NOW).reads(SCOPE, earlier, NOW + 1);

        assertThat(run.withdrawals()).extracting(Release::through).containsExactly(List.of(new Position(0, 7)));
    }

    @Test
    void itIsTakenBackAlsoWhereItIsFoundAgainTooLate() {
        run.at(NOW + Duration.ofHours(1).toMillis())
                .releases(SCOPE, NOW, NOW)
                .hears(GivenSignal.of("invoice-9", 7, NOW - 5));

        assertThat(run.withdrawals()).hasSize(1);
    }

    @Test
    void eachWithdrawalForgivesWhatThoseBeforeItForgaveAndIsLaterThanThey() {
        run.releases(SCOPE, NOW, NOW)
                .hears(GivenSignal.of("invoice-9", 7, NOW + 1))
                .hears(GivenSignal.of("invoice-9", 8, NOW + 1).pattern("tool-cycle"));

        assertThat(run.withdrawals()).extracting(Release::issuedAt).containsExactly(NOW + 1, NOW + 2);
        assertThat(run.withdrawals().get(1).through()).containsExactly(new Position(0, 8));
    }

    @Test
    void aWithdrawalNeverTakesThePlaceOfAHaltOnNewEvidence() {
        Halt old = GivenSignal.of("invoice-9", 7, NOW - 5).signal().halt(null, "i");

        run.releases(SCOPE, NOW, NOW)
                .hears(GivenSignal.of("invoice-9", 9, NOW + 600))
                .reads(SCOPE, old, NOW + 700);

        assertThat(run.withdrawals()).isEmpty();
        assertThat(run.halts()).hasSize(1);
    }

    @Test
    void anOldReleaseThatSomebodyWritesAgainLetsNobodyGo() {
        run.releases(SCOPE, NOW - 90_000, NOW - 90_000)
                .hears(GivenSignal.of("invoice-9", 9, NOW))
                .releases(SCOPE, NOW - 90_000, NOW + 10);

        assertThat(run.halts()).hasSize(1);
        assertThat(run.withdrawals()).isEmpty();
    }

    @Test
    void aReleaseOlderThanAnythingThatIsRememberedIsOneThatSomebodyWroteAgain() {
        long monthsAgo = NOW - Duration.ofDays(31).toMillis();

        run.hears(GivenSignal.of("invoice-9", 9, NOW)).releases(SCOPE, monthsAgo, NOW + 10);

        assertThat(run.withdrawals()).isEmpty();
    }

    /** Whoever reads the topic takes the session for released: the next halt must not be spared because of that one. */
    @Test
    void whatSuchAReleaseForgivesStandsNoMore() {
        long monthsAgo = NOW - Duration.ofDays(31).toMillis();

        run.hears(GivenSignal.of("invoice-9", 9, NOW))
                .releases(SCOPE, monthsAgo, NOW + 10, new Position(0, 9))
                .hears(GivenSignal.of("invoice-9", 12, NOW + 20).pattern("tool-cycle"));

        assertThat(run.halts()).hasSize(2);
        assertThat(run.withdrawals()).isEmpty();
    }

    @Test
    void onlyAReleaseEndsAHalt() {
        GivenSignal signal = GivenSignal.of("invoice-9", 7, NOW);
        run.hears(signal).readsBack(NOW);
        Halt byMaria = Halt.byOperator("m", SCOPE, "look", DecisionRun.MARIA, NOW, null, List.of());
        run.reads(SCOPE, byMaria, NOW + 1)
                .waitsUntil(SCOPE, NOW + 60_000)
                .hears(signal.violatedAt(9, NOW + 5_000, "1"));

        assertThat(run.withdrawals()).isEmpty();
        assertThat(standing().inForce(NOW)).isPresent();
    }

    private Standing standing() {
        Standing standing = Standing.NONE;
        for (HaltWrite write : run.written) {
            standing = standing.after(write.record());
        }
        return standing;
    }
}
