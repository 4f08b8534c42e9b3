package dev.ripcord.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionTest {
    private static final ConditionScope SCOPE = new ConditionScope(Map.of("times", ParameterType.INT), Set.of("first"));

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            outcome.count > 5 && outcome.count < 3                       ~ 1:22 outcome.count
            outcome.count > 5 && error.is && outcome.count <= 5          ~ 1:34 outcome.count
            outcome.count > 5 && outcome.count < 6                       ~ 1:22 outcome.count
            3 < outcome.count && outcome.count == 3                      ~ 1:22 outcome.count
            outcome.count < 0                                            ~ 1:1 outcome.count
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
