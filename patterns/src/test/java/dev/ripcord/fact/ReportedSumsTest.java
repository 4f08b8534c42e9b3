package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.error;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.retry;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tokens, latency, retries and budget: what steps report as numbers. */
class ReportedSumsTest {
    @Test
    void tokensAreInputAndOutput() {
        var folded = fold(session("a")
                .then(call("x"), call("x").tokens(100, 20).with("cached_tokens", "90"))
                .after(Duration.ofMinutes(2))
                .then(call("x").with("output_tokens", "5").with("reasoning_tokens", "3"), call("x")));

        assertThat(folded.at(1, Fact.TOKENS_SESSION)).isNull();
        assertThat(folded.known(Fact.TOKENS_STEP)).containsExactly(120L, 5L);
        assertThat(folded.known(Fact.TOKENS_SESSION)).containsExactly(120L, 125L, 125L);
        assertThat(folded.known(Fact.TOKENS_MINUTE)).containsExactly(120L, 5L, 5L);
        assertThat(folded.fold().tokens()).hasValue(125);
    }

    @Test
    void latenciesAreAddedUp() {
        var folded = fold(session("a")
                .then(call("x").taking(1_500), call("x").with("latency_ms", "'21'"), call("x"))
                .then(
                        call("x").with("latency_ms", "-3"),
                        call("x").with("latency_ms", "slow"),
                        call("x").taking(Duration.ofDays(40_000).toMillis())));

        assertThat(folded.known(Fact.LATENCY_STEP)).containsExactly(Duration.ofMillis(1_500), Duration.ofMillis(21));
        assertThat(folded.last(Fact.LATENCY_SESSION)).isEqualTo(Duration.ofMillis(1_521));
        assertThat(folded.last(Fact.LATENCY_MINUTE)).isEqualTo(Duration.ofMillis(1_521));
    }

    @Test
    void hugeNumbersSaturate() {
        var folded = fold(session("a").repeats(2_000, call("x").tokens(1L << 53, 1L << 53)));

        assertThat(folded.last(Fact.TOKENS_SESSION)).isEqualTo(Long.MAX_VALUE);
        assertThat((Long) folded.last(Fact.TOKENS_MINUTE)).isPositive();
    }

    @Test
    void retriesAreCountedUntilAResultThatIsNoError() {
        var folded = fold(session("a").then(call("x"), retry(), error("no"), retry(), result("yes"), retry()));

        assertThat(folded.at(1, Fact.RETRY_COUNT)).isNull();
        assertThat(folded.known(Fact.RETRY_COUNT)).containsExactly(1L, 1L, 2L, 0L, 1L);
    }

    @Test
    void theStepsOwnCountHoldsWhereItIsLarger() {
        var folded = fold(session("a").then(retry(), call("x").with("retry_count", "3"), call("x")));

        assertThat(folded.known(Fact.RETRY_COUNT)).containsExactly(1L, 3L, 1L);
    }

    @Test
    void theBudgetLastsAsLongAsTheLatestMinuteLetsIt() {
        var folded = fold(session("a")
                .then(call("x").with("budget_remaining", "10"), call("x").costing("0.5"))
                .after(Duration.ofMinutes(2))
                .then(call("x")));

        assertThat(folded.at(1, Fact.BUDGET_TIME_LEFT)).isNull();
        assertThat(folded.at(2, Fact.BUDGET_REMAINING)).isEqualTo(BigDecimal.TEN);
        assertThat(folded.at(2, Fact.BUDGET_TIME_LEFT)).isEqualTo(Duration.ofMinutes(20));
        assertThat(folded.last(Fact.BUDGET_TIME_LEFT)).isNull();
    }

    @Test
    void anOverdrawnBudgetIsZero() {
        var folded = fold(session("a").then(event("cost_update", "{budget_remaining: -2.5, cost_usd: 1}")));

        assertThat(folded.last(Fact.BUDGET_REMAINING)).isEqualTo(BigDecimal.ZERO);
        assertThat(folded.last(Fact.BUDGET_TIME_LEFT)).isEqualTo(Duration.ZERO);
    }
}
