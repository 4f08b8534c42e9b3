package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.cost;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import dev.ripcord.session.Draft;
import dev.ripcord.session.Session;
import dev.ripcord.topic.Position;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionFoldTest {
    @Test
    void aRepeatedEventCountsOnce() {
        var folded = fold(session("a")
                .then(cost("0.1").id("e1"), cost("0.1").id("e1"), cost("0.1").id("e2")));

        assertThat(folded.steps()).hasSize(2);
        assertThat(folded.last(Fact.COST_SESSION)).isEqualTo(new BigDecimal("0.2"));
        assertThat(folded.fold().coverage().duplicates()).isEqualTo(1);
    }

    @Test
    void eventsWithoutIdentityAreNeverDropped() {
        var folded = fold(session("a").withoutIds().repeats(3, call("x").stamped(Session.START)));

        assertThat(folded.steps()).hasSize(3);
    }

    @Test
    void onlyTheLatest512IdentitiesAreKnown() {
        var folded = fold(session("a")
                .then(call("x").id("old"))
                .repeats(511, call("x"))
                .then(call("x").id("old"), call("x"), call("x").id("old")));

        assertThat(folded.fold().coverage().duplicates()).isEqualTo(1);
        assertThat(folded.steps()).hasSize(514);
    }

    @Test
    void anIdleGapBeginsTheFactsAnew() {
        var log = session("a")
                .repeats(3, call("x"), result("same"))
                .then(cost("1").id("e1"))
                .after(Duration.ofHours(7))
                .then(call("x"), cost("1").id("e1"))
                .envelopes();
        var fold = new SessionFold(FoldLimits.DEFAULT);
        log.subList(0, 7).forEach(fold::after);
        assertThat(fold.restarted()).isFalse();
        var step = fold.after(log.get(7)).orElseThrow();

        assertThat(fold.restarted()).isTrue();
        assertThat(step.facts().value(Fact.CALL_COUNT)).isEqualTo(1L);
        assertThat(step.facts().value(Fact.COST_SESSION)).isNull();
        assertThat(step.facts().value(Fact.SESSION_IDLE))
                .isEqualTo(Duration.ofHours(7).plusSeconds(1));
        assertThat(fold.after(log.get(8))).as("identities stay").isEmpty();
        assertThat(fold.restarted()).isFalse();
        assertThat(fold.steps()).as("totals stay").isEqualTo(8);
        assertThat(fold.startedAt()).isEqualTo(Session.START);
    }

    @Test
    void aGapAtTheLimitDoesNot() {
        var folded = fold(session("a").every(Duration.ofHours(6)).repeats(3, call("x")));

        assertThat(folded.last(Fact.CALL_COUNT)).isEqualTo(3L);
    }

    @Test
    void afterAReleaseTheFactsBeginAnewAndTheTotalsStay() {
        var log = session("a").repeats(3, call("x").costing("1").tokens(5, 5)).envelopes();
        var fold = new SessionFold(FoldLimits.DEFAULT);
        fold.after(log.get(0));
        fold.after(log.get(1));
        fold.restart();
        var step = fold.after(log.get(2)).orElseThrow();

        assertThat(step.facts().value(Fact.CALL_COUNT)).isEqualTo(1L);
        assertThat(step.facts().value(Fact.COST_SESSION)).isEqualTo(BigDecimal.ONE);
        assertThat(fold.restarted()).isFalse();
        assertThat(fold.spendNanoDollars()).hasValue(3_000_000_000L);
        assertThat(fold.tokens()).hasValue(30);
        assertThat(fold.steps()).isEqualTo(3);
        assertThat(fold.calls()).isEqualTo(3);
    }

    @Test
    void whatWasSpentBeforeTheReleaseIsTakenOffCumulativeCosts() {
        var log = session("a").then(total("40"), total("50"), total("50.5")).envelopes();
        var fold = new SessionFold(FoldLimits.DEFAULT);
        fold.after(log.get(0));
        fold.after(log.get(1));
        fold.restart();
        var step = fold.after(log.get(2)).orElseThrow();

        assertThat(step.facts().value(Fact.COST_SESSION)).isEqualTo(new BigDecimal("0.5"));
        assertThat(step.facts().value(Fact.COST_STEP)).isEqualTo(new BigDecimal("0.5"));
        assertThat(fold.spendNanoDollars()).hasValue(50_500_000_000L);
    }

    @Test
    void lineageAgentAndPlaceAreRemembered() {
        var log = session("a")
                .parent("p")
                .root("r")
                .agent("planner")
                .then(call("x"))
                .agent("writer")
                .then(call("x"));
        var fold = fold(log.envelopes(2, 40), FoldLimits.DEFAULT).fold();

        assertThat(fold.parentSession()).hasValue("p");
        assertThat(fold.rootSession()).hasValue("r");
        assertThat(fold.agent()).isEqualTo("writer");
        assertThat(fold.position()).isEqualTo(new Position(2, 41));
        assertThat(fold.kafkaTime()).isEqualTo(Session.START + 1_000);
    }

    @Test
    void theStepCarriesTheEvent() {
        Envelope envelope =
                session("a").then(call("read", "{file: x}")).envelopes().get(0);
        Step step = new SessionFold(FoldLimits.DEFAULT).after(envelope).orElseThrow();

        assertThat(step.event().tool()).isEqualTo("read");
        assertThat(step.position()).isEqualTo(envelope.position());
        assertThat(step.payload()).isEqualTo(envelope.event().payload());
    }

    @Test
    void theExampleEventOfAnInvoiceValidatorIsFolded() {
        var poll = event(
                "tool_invocation",
                "{tool_name: stripe_api.get_status, caller_step: validate_invoice, request_ref: obj_1288,"
                        + " state_snapshot_hash: 9f2c, retry_count: 4, budget_remaining: 0.83}");
        var folded = fold(session("invoice-9").repeats(5, poll));

        assertThat(folded.last(Fact.STATE_UNCHANGED)).isEqualTo(5L);
        assertThat(folded.last(Fact.CALL_TOOL_IN_A_ROW)).isEqualTo(5L);
        assertThat(folded.last(Fact.RETRY_COUNT)).isEqualTo(4L);
        assertThat(folded.last(Fact.BUDGET_REMAINING)).isEqualTo(new BigDecimal("0.83"));
        assertThat(folded.known(Fact.CALL_COUNT)).isEmpty();
    }

    private static Draft total(String dollars) {
        return event("cost_update").with("session_cost_usd", dollars);
    }

    @Test
    void foldingTwiceGivesTheSameFacts() {
        List<Envelope> log = new RandomLog(7, 400).envelopes();

        assertThat(RandomLog.facts(new SessionFold(FoldLimits.DEFAULT), log))
                .isEqualTo(RandomLog.facts(new SessionFold(FoldLimits.DEFAULT), log));
    }
}
