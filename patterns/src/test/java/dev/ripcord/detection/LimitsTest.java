package dev.ripcord.detection;

import static dev.ripcord.detection.Definitions.definition;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.pattern.Definition;
import dev.ripcord.session.Session;
import dev.ripcord.signal.MatchedStep;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes when a session holds too much, and what stays. */
class LimitsTest {
    private static final Definition A_THEN_B = definition(
            "a-then-b",
            "sequence: [{name: a, where: \"event.type == 'a'\"}, {name: b, where: \"event.type == 'b'\"}]",
            "within: 1h");

    private static final Definition THREE_OF_A_TOOL =
            definition("three-of-a-tool", "sequence: [{name: made, times: 3, same: [event.tool]}]", "within: 1h");

    /** Each step begins a match, and the first to begin is the first to complete: it must not be the first to go. */
    @ParameterizedTest
    @ValueSource(strings = {"times: 300", "times: 300, same: [event.tool]", "times: 300.."})
    void aSequenceLongerThanTheLimitOfPartialMatchesCompletes(String times) {
        Definition longer = definition("longer", "sequence: [{name: made, " + times + "}]", "within: 1h");
        Session session = session("s").repeats(310, call("a"));
        assertThat(matchedBy(longer, judged(DetectionLimits.DEFAULT, session, longer)))
                .hasSize(11)
                .startsWith(List.of(0L, 299L));
    }

    @Test
    void ofThoseThatTookNothingSinceTheFirstToBeginGoes() {
        Judging judging =
                judged(limits(1_000, 2), session("s").repeats(3, event("a")).then(event("b")), A_THEN_B);
        assertThat(judging.judgements()).extracting(Judgement::overflows).containsExactly(0, 0, 1, 0);
        assertThat(matchedBy(A_THEN_B, judging)).containsExactly(List.of(1L, 3L));
    }

    @Test
    void whatWasExtendedLeastRecentlyGoes() {
        Session session = session("s").then(call("x"), call("y"), call("x"), call("z"), call("y"), call("x"));
        // At "z" the match that began with the first "x" took a step after that of "y"; of what began with the
        // second "x" and with it in one step, the shorter would go next.
        Judging judging = judged(limits(1_000, 3), session, THREE_OF_A_TOOL);
        assertThat(judging.judgements()).extracting(Judgement::overflows).containsExactly(0, 0, 0, 1, 1, 0);
        assertThat(matchedBy(THREE_OF_A_TOOL, judging)).containsExactly(List.of(0L, 5L));
    }

    @Test
    void aPartialMatchThatHasTakenTooManyStepsIsDroppedAndCounted() {
        Definition run = definition(
                "run",
                "sequence: [{name: a, where: \"event.type == 'a'\", times: 1..},"
                        + " {name: b, where: \"event.type == 'b'\"}]",
                "within: 1h");
        Judging judging =
                judged(limits(3, 256), session("s").repeats(5, event("a")).then(event("b")), run);
        assertThat(judging.judgements().stream().mapToInt(Judgement::overflows).sum())
                .isGreaterThan(0);
        assertThat(judging.signals())
                .anySatisfy(signal -> assertThat(signal.matched()).hasSize(4))
                .allSatisfy(signal -> assertThat(signal.matched()).hasSizeLessThanOrEqualTo(4));
    }

    /** Each of ten definitions would keep a match from every step on, some forty megabytes in all. */
    @Test
    void theStateOfASessionStaysAtAMebibyteWhateverItsDefinitions() {
        Definition[] greedy = new Definition[10];
        for (int number = 0; number < greedy.length; number++) {
            greedy[number] = definition("greedy-" + number, "sequence: [{name: made, times: 900}]", "within: 24h");
        }
        Session session = session("s")
                .repeats(899, round -> List.of(call("a-tool-with-a-name").with("request_ref", "reference-" + round)));
        Judging judging = judged(DetectionLimits.DEFAULT, session, greedy);
        assertThat(judging.session("s").held().bytes()).isBetween((1L << 20) - 50_000, 1L << 20);
        assertThat(Judging.bytes(judging.session("s")).length).isBetween(700_000, 1_100_000);

        judging.judge(session.then(call("the-last")).envelopes().subList(899, 900));
        for (Definition definition : greedy) {
            assertThat(matchedBy(definition, judging)).containsExactly(List.of(0L, 899L));
        }
    }

    private static Judging judged(DetectionLimits limits, Session session, Definition... definitions) {
        ActivePatterns patterns = PatternBook.enforcing(List.of(definitions)).at("default", Session.START);
        return Judging.inMemory(patterns, limits).judge(session.envelopes());
    }

    private static DetectionLimits limits(int stepsPerMatch, int matchesPerPattern) {
        return new DetectionLimits(
                DetectionLimits.DEFAULT.fold(),
                DetectionLimits.DEFAULT.endedGrace(),
                stepsPerMatch,
                matchesPerPattern,
                DetectionLimits.DEFAULT.heldBytes());
    }

    /** @return the offsets of the first and the last step of each match that gave a signal */
    private static List<List<Long>> matchedBy(Definition definition, Judging judging) {
        return judging.signals().stream()
                .filter(signal -> signal.pattern().equals(definition.reference()))
                .map(signal -> List.of(
                        offset(signal.matched().get(0)),
                        offset(signal.matched().get(signal.matched().size() - 1))))
                .toList();
    }

    private static long offset(MatchedStep step) {
        return step.position().offset();
    }
}
