package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.cost;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.session.Draft;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostFactsTest {
    @Test
    void costsAreAddedUpExactly() {
        var folded =
                fold(session("a").then(call("read")).repeats(10, cost("0.1")).then(call("read")));

        assertThat(folded.at(1, Fact.COST_SESSION)).isNull();
        assertThat(folded.last(Fact.COST_SESSION)).isEqualTo(new BigDecimal("1"));
        assertThat(folded.last(Fact.COST_STEP)).isNull();
        assertThat(folded.fold().spendNanoDollars()).hasValue(1_000_000_000L);
    }

    @Test
    void theMinuteForgetsWhatIsOlder() {
        var folded = fold(session("a").every(Duration.ofSeconds(30)).repeats(4, cost("0.5")));

        assertThat(folded.known(Fact.COST_MINUTE)).containsExactly(dollars("0.5", "1", "1", "1"));
        assertThat(folded.last(Fact.COST_SESSION)).isEqualTo(new BigDecimal("2"));
    }

    @Test
    void theMinuteRunsOutOnStepsThatCostNothing() {
        var folded =
                fold(session("a").then(cost("0.5")).after(Duration.ofMinutes(2)).then(call("read")));

        assertThat(folded.last(Fact.COST_MINUTE)).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void aCumulativeCostIsAFloorOfTheSum() {
        var folded = fold(session("a")
                .then(cost("0.1"), cost("0.1").with("session_cost_usd", "5"), cost("0.1"))
                .then(cost("0.1").with("session_cost_usd", "1")));

        assertThat(folded.known(Fact.COST_SESSION)).containsExactly(dollars("0.1", "5", "5.1", "5.2"));
        assertThat(folded.known(Fact.COST_STEP)).containsExactly(dollars("0.1", "0.1", "0.1", "0.1"));
        assertThat(folded.last(Fact.COST_MINUTE)).isEqualTo(new BigDecimal("0.4"));
    }

    @Test
    void aStepCostsAsMuchAsTheCumulativeCostRose() {
        var folded = fold(session("a").then(total("2"), total("2.5"), total("2.5"), total("2.6")));

        assertThat(folded.known(Fact.COST_STEP)).containsExactly(dollars("0.5", "0", "0.1"));
        assertThat(folded.known(Fact.COST_SESSION)).containsExactly(dollars("2", "2.5", "2.5", "2.6"));
        assertThat(folded.known(Fact.COST_MINUTE)).containsExactly(dollars("0", "0.5", "0.5", "0.6"));
    }

    @Test
    void aCorrectionReplacesTheCostOfTheEventThatItCorrects() {
        var folded = fold(session("a")
                .then(cost("0.5").id("first"), cost("0.1"))
                .then(cost("0.2").with("corrects", "first"), cost("0.9").with("corrects", "first")));

        assertThat(folded.known(Fact.COST_SESSION)).containsExactly(dollars("0.5", "0.6", "0.3", "1"));
        assertThat(folded.known(Fact.COST_MINUTE)).containsExactly(dollars("0.5", "0.6", "0.3", "1"));
        assertThat(folded.at(3, Fact.COST_STEP)).isNull();
    }

    @Test
    void aCorrectionOfAnOlderMinuteLeavesTheLatestAlone() {
        var folded = fold(session("a")
                .then(cost("0.5").id("first"))
                .after(Duration.ofMinutes(3))
                .then(cost("0.1"), cost("2").with("corrects", "first")));

        assertThat(folded.last(Fact.COST_SESSION)).isEqualTo(new BigDecimal("2.1"));
        assertThat(folded.last(Fact.COST_MINUTE)).isEqualTo(new BigDecimal("0.1"));
    }

    @Test
    void aCorrectionOfAnUnknownEventIsACostOfItsOwn() {
        var folded = fold(session("a")
                .then(cost("0.5").id("first"))
                .repeats(64, cost("0.1"))
                .then(cost("0.2").with("corrects", "first")));

        assertThat(folded.last(Fact.COST_SESSION)).isEqualTo(new BigDecimal("7.1"));
        assertThat(folded.last(Fact.COST_STEP)).isEqualTo(new BigDecimal("0.2"));
    }

    @Test
    void theBaselineIsTheMedianOfTheCostlyStepsBefore() {
        var folded = fold(session("a")
                .repeats(8, round -> List.of(cost("0.0" + (round + 1)), cost("0")))
                .then(cost("0.9")));

        assertThat(folded.at(15, Fact.COST_BASELINE)).isNull();
        assertThat(folded.at(16, Fact.COST_BASELINE)).isEqualTo(new BigDecimal("0.045"));
        assertThat(folded.last(Fact.COST_RATIO)).isEqualTo(20.0);
    }

    @Test
    void aSpikeHardlyMovesTheBaseline() {
        var folded = fold(session("a").repeats(9, cost("0.01")).repeats(4, cost("5")));

        assertThat(folded.known(Fact.COST_RATIO)).containsExactly(1.0, 500.0, 500.0, 500.0, 500.0);
    }

    @Test
    void whatIsNoCostIsLeftOut() {
        var folded = fold(session("a").then(cost("cheap"), cost("-1"), cost("[1]"), cost("'0.25'")));

        assertThat(folded.known(Fact.COST_SESSION)).containsExactly(dollars("0.25"));
        assertThat(folded.fold().coverage().unreadable()).isEqualTo(2);
    }

    private static Draft total(String dollars) {
        return event("cost_update").with("session_cost_usd", dollars);
    }

    private static Object[] dollars(String... amounts) {
        return Arrays.stream(amounts).map(BigDecimal::new).toArray();
    }
}
