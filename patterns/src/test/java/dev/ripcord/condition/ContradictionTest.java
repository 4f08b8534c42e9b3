package dev.ripcord.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionTest {
    private static final ConditionScope SCOPE = new ConditionScope(
            Map.of(
                    "times", ParameterType.INT,
                    "most", ParameterType.INT,
                    "ratio", ParameterType.DOUBLE,
                    "window", ParameterType.DURATION,
                    "tool", ParameterType.STRING,
                    "strict", ParameterType.BOOL),
            Set.of("first"));

    private static final Parameters SETTING = new Parameters(Map.of(
            "times",
            10L,
            "most",
            5L,
            "ratio",
            0.125,
            "window",
            Duration.ofMinutes(1),
            "tool",
            "search",
            "strict",
            false));

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            outcome.count > 5 && outcome.count < 3                       ~ 1:22 outcome.count
            outcome.count > 5 && error.is && outcome.count <= 5          ~ 1:34 outcome.count
            outcome.count > 5 && outcome.count < 6                       ~ 1:22 outcome.count
            3 < outcome.count && outcome.count == 3                      ~ 1:22 outcome.count
            cost.ratio >= 2.5 && cost.ratio < 2.5                        ~ 1:22 cost.ratio
            outcome.span > duration('1m') && outcome.span < duration('50s') ~ 1:34 outcome.span
            event.tool == 'a' && event.tool == 'b'                       ~ 1:22 event.tool
            first.event.tool == 'a' && first.event.tool == 'b'           ~ 1:28 first.event.tool
            error.is && !error.is                                        ~ 1:13 error.is
            """)
    void whatExcludesItselfIsRefusedAtTheSecondPlace(String clause, String place) {
        String name = place.substring(place.indexOf(' ') + 1);

        assertThat(Clauses.errors(ConditionCompiler.condition(clause, SCOPE)))
                .containsExactly(place.substring(0, place.indexOf(' ')) + " can never hold: nothing is left of " + name
                        + " beside what is asked of it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            event.type == 'tool_invocation' && outcome.in_a_row >= 3 ~ outcome.in_a_row is known on tool_response and validation_outcome only, and event.type is to be tool_invocation
            event.type in ['message', 'user_request'] && call.count > 1 ~ call.count is known on tool_invocation and tool_response only, and event.type is to be message or user_request
            event.type == 'tool_invocation' && message.in_a_row > 1 ~ message.in_a_row is known on message only, and event.type is to be tool_invocation
            """)
    void aFactThatNoSuchStepHasIsRefused(String clause, String reason) {
        assertThat(Clauses.errors(ConditionCompiler.condition(clause, SCOPE)))
                .containsExactly("1:1 can never hold: " + reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            call.recent > 64                         ~ 1:1 call.recent is never above 64
            error.is && 65 <= call.recent            ~ 1:13 call.recent is never above 64
            loop.period == 17                        ~ 1:1 loop.period is never above 16
            first.stale_loop.period >= 20            ~ 1:1 first.stale_loop.period is never above 16
            message.similar_recent > 16              ~ 1:1 message.similar_recent is never above 16
            stall.repeats >= 20                      ~ 1:1 stall.repeats is never above 19
            coverage.outcomes > 1.0                  ~ 1:1 coverage.outcomes is never above 1
            outcome.count < 0                        ~ 1:1 outcome.count is never below 1
            error.is && session.steps == 0           ~ 1:13 session.steps is never below 1
            loop.repeats < 1                         ~ 1:1 loop.repeats is never below 1
            error.in_a_row < 0                       ~ 1:1 error.in_a_row is never below 0
            session.age < duration('0s')             ~ 1:1 session.age is never below 0s
            """)
    void moreOrLessThanAFactCanBeIsRefused(String clause, String refusal) {
        assertThat(Clauses.errors(ConditionCompiler.condition(clause, SCOPE)))
                .containsExactly(refusal.replaceFirst(" ", " can never hold: "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            call.recent >= params.times * 7 ~ 1:1 with times 10: call.recent is never above 64
            call.recent >= params.times + 54 && call.recent < 64 ~ 1:1 with times 10: nothing is left of call.recent beside what is asked of it
            outcome.count >= params.times && outcome.count < params.most ~ 1:34 with most 5 and times 10: nothing is left of outcome.count beside what is asked of it; most must be above 10
            outcome.count >= params.times && outcome.count < 3 ~ 1:1 with times 10: nothing is left of outcome.count beside what is asked of it; times must be at most 2
            params.most >= outcome.count && outcome.count == params.times ~ 1:33 with most 5 and times 10: nothing is left of outcome.count beside what is asked of it; times must be at least 1 and at most 5
            cost.ratio > 0.5 && cost.ratio <= params.ratio ~ 1:21 with ratio 0.125: nothing is left of cost.ratio beside what is asked of it; ratio must be above 0.5
            outcome.span < duration('50s') && outcome.span > params.window ~ 1:35 with window 1m: nothing is left of outcome.span beside what is asked of it; window must be below 50s
            stall.repeats > params.times + params.most * 2 ~ 1:1 with most 5 and times 10: stall.repeats is never above 19
            event.tool == 'fetch' && event.tool == params.tool ~ 1:26 with tool search: nothing is left of event.tool beside what is asked of it
            outcome.count > 1 && params.times < params.most ~ 1:22 with most 5 and times 10: what is asked of parameters alone is not so
            """)
    void aSettingThatLeavesNothingIsNamedWithWhatWouldBeRight(String clause, String reason) {
        assertThat(contradiction(clause)).contains(reason.replaceFirst(" ", " can never hold "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            outcome.count > params.most && outcome.count <= params.times
            outcome.count > params.times || outcome.count < params.most
            outcome.count > params.times && first.outcome.count < params.most
            outcome.count - params.most > params.times && outcome.count < 12
            call.recent >= params.times * 6
            call.id > params.times && call.id < params.most
            params.strict && error.is
            params.tool == 'fetch' && error.is
            outcome.count > params.times / (params.most - 5) && outcome.count < 3
            """)
    void whatCanHoldWithASettingIsLeftAlone(String clause) {
        assertThat(contradiction(clause)).isEmpty();
    }

    @Test
    void aClauseIsAskedAboutEachSettingAnew() {
        Condition clause = Clauses.condition("call.recent >= params.times && call.recent < params.most", SCOPE);

        assertThat(clause.contradiction(new Parameters(Map.of("times", 9L, "most", 5L))))
                .isPresent();
        assertThat(clause.contradiction(new Parameters(Map.of("times", 5L, "most", 9L))))
                .isEmpty();
        assertThat(clause.contradiction(new Parameters(Map.of("times", 9L, "most", 5L))))
                .isPresent();
    }

    private static Optional<String> contradiction(String clause) {
        return Clauses.condition(clause, SCOPE)
                .contradiction(SETTING)
                .map(Contradiction::error)
                .map(error -> error.line() + ":" + error.column() + " " + error.message());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            outcome.count > 5 && outcome.count < 7
            outcome.count > 5 && first.outcome.count < 3
            outcome.count > 5 || outcome.count < 3
            outcome.count >= params.times && outcome.count < 3
            cost.ratio > 2.5 && cost.ratio < 2.6
            event.tool == 'a' || event.tool == 'b'
            event.tool != 'a' && event.tool != 'b'
            call.id != 0 && call.id < 0
            event.type == 'tool_invocation' && (message.in_a_row > 1 || call.count > 1)
            event.type == 'message' && first.outcome.count > 1
            event.type != 'tool_response' && outcome.count > 1
            """)
    void whatCanHoldCompiles(String clause) {
        assertThat(Clauses.errors(ConditionCompiler.condition(clause, SCOPE))).isEmpty();
    }
}
