package dev.ripcord.deploy.backtest;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.end;
import static dev.ripcord.session.Sessions.log;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ripcord.deploy.backtest.Change.Kind;
import dev.ripcord.deploy.command.PatternTexts;
import dev.ripcord.deploy.evaluation.Labels;
import dev.ripcord.event.Envelope;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.session.Draft;
import dev.ripcord.session.Session;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacktestTest {
    private static final Definition AT_THREE = definition("again", 3);
    private static final Definition AT_FIVE = definition("again", 5);

    @Test
    void aSessionIsHaltedWhereItsFirstSignalComesAndWhatFollowsIsSaved() throws Exception {
        var report = judged(Candidates.of(List.of(AT_THREE)), log(dear("loop", 8), dear("short", 2)));

        assertThat(report.halted()).singleElement().satisfies(halted -> {
            assertThat(halted.sessionId()).isEqualTo("loop");
            assertThat(halted.step()).isEqualTo(3);
            assertThat(halted.time()).isEqualTo(Session.START + 2_000);
            assertThat(halted.spentUsd()).isEqualTo(new BigDecimal("0.3"));
            assertThat(halted.stepsAfter()).isEqualTo(5);
            assertThat(halted.spentAfterUsd()).isEqualTo(new BigDecimal("0.5"));
        });
        assertThat(report.history().events()).isEqualTo(10);
        assertThat(report.history().sessions()).isEqualTo(2);
        assertThat(report.history().spentUsd()).isEqualTo(new BigDecimal("1"));
    }

    @Test
    void spendThatNobodyReportsIsUnknownAndNotNothing() throws Exception {
        var report =
                judged(Candidates.of(List.of(AT_THREE)), log(session("loop").repeats(4, call("status"))));

        assertThat(report.all()).isEqualTo(new HaltFigures(1, null, null, null, 1, null));
        assertThat(report.history().spentUsd()).isNull();
    }

    @Test
    void whatTheNewOnesChangeIsToldSessionBySession() throws Exception {
        var loops = log(dear("long", 8), dear("middle", 4), dear("short", 2));

        var stricter = judged(Candidates.against(List.of(AT_THREE), List.of(AT_FIVE)), loops);
        var gentler = judged(Candidates.against(List.of(AT_FIVE), List.of(AT_THREE)), loops);

        assertThat(stricter.against().counts()).isEqualTo(new ChangeCounts(1, 0, 1, 0));
        assertThat(gentler.against().counts()).isEqualTo(new ChangeCounts(0, 1, 0, 1));
        assertThat(stricter.against().changes())
                .extracting(Change::kind, change -> change.now().sessionId())
                .containsExactly(tuple(Kind.NEW, "middle"), tuple(Kind.EARLIER, "long"));
        assertThat(stricter.against().before()).isEqualTo(gentler.all());
        assertThat(stricter.patterns().get(0).changes()).isEqualTo(new ChangeCounts(1, 0, 1, 0));
    }

    @Test
    void whatIsTheSameInBothIsJudgedOnceAndCountsForBoth() throws Exception {
        var other = definition("other", 4);

        var report =
                judged(Candidates.against(List.of(AT_THREE, other), List.of(AT_FIVE, other)), log(dear("long", 8)));

        assertThat(report.against().unchanged()).isEqualTo(1);
        assertThat(report.against().before().savedSteps()).isEqualTo(4);
        assertThat(report.patterns()).extracting(PatternFigures::signals).containsExactly(1L, 1L);
        assertThat(report.against().changes()).singleElement().satisfies(change -> {
            assertThat(change.before().pattern().id()).isEqualTo("other");
            assertThat(change.now().pattern().id()).isEqualTo("again");
        });
    }

    @Test
    void aPatternThatOnlyTheOldOnesHaveIsShownWithWhatItsLossMeans() throws Exception {
        var report = judged(
                Candidates.against(List.of(definition("other", 7)), List.of(AT_THREE)),
                log(dear("long", 8), dear("middle", 4)));

        assertThat(report.patterns()).extracting(PatternFigures::id).containsExactly("other", "again");
        assertThat(report.patterns().get(1).hash()).isNull();
        assertThat(report.patterns().get(1).changes()).isEqualTo(new ChangeCounts(0, 2, 0, 0));
        assertThat(report.against().counts()).isEqualTo(new ChangeCounts(0, 1, 0, 1));
    }

    @Test
    void repeatsAndLateEventsAreCountedAndRepeatsAreNoSteps() throws Exception {
        var odd = session("odd").then(call("a"), call("a").id("odd-1"), end(), call("a"), call("a"));

        var report = judged(Candidates.of(List.of(AT_THREE)), log(odd));

        assertThat(report.history().events()).isEqualTo(4);
        assertThat(report.history().repeats()).isEqualTo(1);
        assertThat(report.history().late()).isEqualTo(2);
        assertThat(report.halted())
                .singleElement()
                .satisfies(halted -> assertThat(halted.step()).isEqualTo(4));
    }

    @Test
    void aSessionIdThatIsUsedAgainMuchLaterIsOneSessionWhoseSpendAddsUp() throws Exception {
        var twice = dear("twice", 2).after(Duration.ofDays(2)).repeats(4, paid());

        var report = judged(Candidates.of(List.of(AT_THREE)), log(twice));

        assertThat(report.history().sessions()).isEqualTo(1);
        assertThat(report.halted()).singleElement().satisfies(halted -> {
            assertThat(halted.step()).isEqualTo(5);
            assertThat(halted.spentUsd()).isEqualTo(new BigDecimal("0.5"));
            assertThat(halted.spentAfterUsd()).isEqualTo(new BigDecimal("0.1"));
        });
    }

    /** More sessions than are kept, in a log that lasts longer than any of them. */
    @Test
    void whatIsForgottenEarlyChangesNothing() throws Exception {
        var sessions = IntStream.range(0, 12_000)
                .mapToObj(number -> session("s-" + number)
                        .at(Session.START + number * 30_000L)
                        .repeats(2 + number % 3, paid()))
                .toArray(Session[]::new);
        var log = new ArrayList<>(log(sessions));
        log.addAll(
                log(session("s-2").at(Session.START + 500_000_000L).withoutIds().repeats(3, paid())));
        var candidates = Candidates.against(List.of(AT_THREE), List.of(AT_FIVE));

        var forgetting = new Backtest(candidates, new Labels());
        forgetting.over(new ListedHistory(log, true), read -> {});
        var kept = new Backtest(candidates, new Labels());
        kept.over(new ListedHistory(log, false), read -> {});

        assertThat(forgetting.traces()).anyMatch(trace -> !trace.isJudged());
        assertThat(kept.traces()).allMatch(SessionTrace::isJudged);
        assertThat(Json.text(new Findings(forgetting, false).report(null)))
                .isEqualTo(Json.text(new Findings(kept, false).report(null)));
    }

    static BacktestReport judged(Candidates candidates, List<Envelope> log) throws Exception {
        var backtest = new Backtest(candidates, new Labels());
        backtest.over(new ListedHistory(log, true), read -> {});
        return new Findings(backtest, false).report(null);
    }

    static Definition definition(String id, int times) {
        return DefinitionReader.read(id + ".yaml", PatternTexts.repeatedCall(id, times))
                .definitions()
                .get(0);
    }

    private static Session dear(String id, int calls) {
        return session(id).repeats(calls, paid());
    }

    private static Draft paid() {
        return call("status").costing("0.10");
    }
}
