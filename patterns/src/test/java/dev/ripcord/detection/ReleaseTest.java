package dev.ripcord.detection;

import static dev.ripcord.detection.Definitions.definition;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import dev.ripcord.pattern.Definition;
import dev.ripcord.session.Session;
import dev.ripcord.signal.Signal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A released session goes on, and is found again on new evidence alone. */
class ReleaseTest {
    private static final Definition STUCK = definition(
            "stuck",
            "sequence: [{name: stuck, where: \"event.type == 'tool_response' && outcome.count >= 4\"}]",
            "rearm: 1h");

    private static final Definition TWO_CALLS = definition(
            "two-calls",
            "sequence: [{name: made, where: \"event.type == 'tool_invocation'\", times: 2}]",
            "within: 1h");

    /** Rounds of a call and its result, 2 s each; {@code rounds} before the release, then the others. */
    private static Session looping(int before, int after) {
        return session("s")
                .repeats(before, call("get", "{id: 1}").costing("0.5"), round -> result("same"))
                .after(Duration.ofSeconds(10))
                .repeats(after, call("get", "{id: 1}").costing("0.5"), round -> result("same"));
    }

    private static long endOf(int rounds) {
        return Session.START + rounds * 2_000L;
    }

    @Test
    void aSecondSignalAfterAReleaseNeedsNewEvidence() {
        List<Envelope> log = looping(4, 4).envelopes();
        Judging judging = judging(STUCK)
                .released(OperatorRecords.released(OperatorRecords.session("s"), endOf(4)))
                .judge(log);
        // The fourth result before, nothing for the fifth to seventh, the fourth after; rearm was forgotten as well.
        assertThat(judging.offsets()).containsExactly(7L, 15L);
        assertThat(judging.judgements().get(8).released()).isEqualTo(Released.IN_TIME);
        assertThat(judging.judgements())
                .filteredOn(judgement -> judgement.released() != Released.NO)
                .hasSize(1);
    }

    @Test
    void withoutAReleaseTheSameEvidenceGivesNoSecondSignal() {
        assertThat(judging(STUCK).judge(looping(4, 4).envelopes()).offsets()).containsExactly(7L);
    }

    @Test
    void whatWasSpentBeforeStaysInTheTotals() {
        Judging judging = judging(STUCK)
                .released(OperatorRecords.released(OperatorRecords.session("s"), endOf(4)))
                .judge(looping(4, 4).envelopes());
        Signal second = judging.signals().get(1);
        assertThat(second.spendUsd()).isEqualByComparingTo("4");
        assertThat(second.values()).containsEntry("outcome.count", 4L);
    }

    @Test
    void aReleaseDropsHalfMatchedSequences() {
        List<Envelope> log = session("s")
                .then(call("a"))
                .after(Duration.ofSeconds(2))
                .then(call("b"), call("c"))
                .envelopes();
        assertThat(judging(TWO_CALLS)
                        .released(OperatorRecords.released(OperatorRecords.session("s"), Session.START))
                        .judge(log)
                        .offsets())
                .containsExactly(2L);
    }

    @Test
    void aReleaseCountsHalfASecondAfterItsRecordAndNotBefore() {
        long at = Session.START;
        Session log = session("s").every(Duration.ofMillis(499)).then(call("a"), call("b"));
        var book = OperatorRecords.released(OperatorRecords.session("s"), at);
        assertThat(judging(TWO_CALLS).released(book).judge(log.envelopes()).offsets())
                .containsExactly(1L);

        Session later = session("s").every(Duration.ofMillis(500)).then(call("a"), call("b"));
        assertThat(judging(TWO_CALLS).released(book).judge(later.envelopes()).offsets())
                .isEmpty();
    }

    @Test
    void aReleaseOfALineageLetsEachOfItsSessionsBeginAnewOnce() {
        Session child = session("child")
                .root("root")
                .repeats(4, call("get"), round -> result("same"))
                .after(Duration.ofSeconds(10))
                .repeats(4, call("get"), round -> result("same"));
        Session stranger = session("stranger")
                .root("other")
                .repeats(4, call("get"), round -> result("same"))
                .after(Duration.ofSeconds(10))
                .repeats(4, call("get"), round -> result("same"));
        var book = OperatorRecords.released(OperatorRecords.lineage("root"), endOf(4));
        assertThat(judging(STUCK).released(book).judge(child.envelopes()).signals())
                .hasSize(2);
        assertThat(judging(STUCK).released(book).judge(stranger.envelopes()).signals())
                .hasSize(1);
    }

    @Test
    void aSessionIsTheRootOfItsOwnLineage() {
        var book = OperatorRecords.released(OperatorRecords.lineage("s"), endOf(4));
        assertThat(judging(STUCK)
                        .released(book)
                        .judge(looping(4, 4).envelopes())
                        .signals())
                .hasSize(2);
    }

    @Test
    void aReleaseThatIsReadTooLateIsAppliedAndSaidToBeLate() {
        List<Envelope> log = looping(2, 4).envelopes();
        Judging judging = judging(STUCK).judge(log.subList(0, 5));
        judging.released(OperatorRecords.released(OperatorRecords.session("s"), endOf(2)))
                .judge(log.subList(5, 12));
        assertThat(judging.judgements().get(5).released()).isEqualTo(Released.LATE);
        assertThat(judging.signals()).isEmpty();
    }

    @Test
    void aSessionThatNamesItsRootLaterIsReleasedWithItThenAndNotLate() {
        Session log = session("s")
                .repeats(4, call("get"), round -> result("same"))
                .root("root")
                .repeats(4, call("get"), round -> result("same"));
        Judging judging = judging(STUCK)
                .released(OperatorRecords.released(OperatorRecords.lineage("root"), Session.START + 1))
                .judge(log.envelopes());
        assertThat(judging.judgements().get(8).released()).isEqualTo(Released.IN_TIME);
        assertThat(judging.offsets()).containsExactly(7L, 15L);
    }

    private static Judging judging(Definition... definitions) {
        return Judging.inMemory(PatternBook.enforcing(List.of(definitions)));
    }
}
