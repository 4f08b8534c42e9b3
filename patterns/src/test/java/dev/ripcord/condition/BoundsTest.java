package dev.ripcord.condition;

import static dev.ripcord.condition.Clauses.errors;
import static dev.ripcord.condition.Clauses.holds;
import static dev.ripcord.condition.GivenStep.a;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in a clause can run long, whoever wrote the clause or the payload. */
class BoundsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static GivenStep carryingNumbersTo(int end) {
        String numbers = IntStream.rangeClosed(1, end).mapToObj(String::valueOf).collect(Collectors.joining(","));
        return a("tool_response").carrying("{'list': [" + numbers + "], 'text': '" + "a".repeat(1_000_000) + "'}");
    }

    @Test
    void aListIsGoneThroughUpToABound() {
        String all = "event.payload.list.all(x, x > 0)";

        assertThat(holds(all, carryingNumbersTo(CelEnvironment.MAX_ITERATIONS))).isTrue();
        assertThat(holds(all, carryingNumbersTo(CelEnvironment.MAX_ITERATIONS + 1)))
                .isFalse();
    }

    @Test
    void loopsWithinLoopsShareTheBound() {
        assertThat(holds("event.payload.list.all(x, event.payload.list.all(y, x > 0))", carryingNumbersTo(20)))
                .isFalse();
    }

    @Test
    void onlySoMuchOfAPayloadIsLookedAt() {
        String last = "event.payload.list[0] == 1";

        assertThat(holds(last, carryingNumbersTo(PayloadBudget.MAX_VALUES - 1))).isTrue();
        assertThat(holds(last, carryingNumbersTo(PayloadBudget.MAX_VALUES + 1))).isFalse();
    }

    @Test
    void longTextIsSeenByItsBeginning() {
        assertThat(holds("size(event.payload.text) == " + PayloadBudget.MAX_TEXT, carryingNumbersTo(1)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.payload.list.exists(x, event.payload.text.matches('(a|aa)+$|(a*)*b'))",
                "event.payload.list.all(x, event.payload.text.contains(event.payload.text.substring(4000)))",
                "event.payload.list.all(x, event.payload == event.payload)",
            })
    void aHostileClauseOverAHostilePayloadEndsSoon(String clause) {
        Condition condition = Clauses.condition(clause);
        GivenStep step = carryingNumbersTo(250);

        assertTimeoutPreemptively(SOON, () -> condition.holds(step.step(), MatchedSteps.NONE, Parameters.NONE), clause);
    }

    @Test
    void aPayloadAsDeepAsJsonMayBeDoesNotOverflow() {
        GivenStep deep = a("message").carrying("{'a': ".repeat(900) + "[1]" + "}".repeat(900));

        assertThat(holds("event.payload == event.payload", deep)).isTrue();
        assertThat(holds("event.payload.a.a.a.a == {}", deep)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [1, 2].map(x, [x, x]).map(y, [y, y]).size() > 1 | 1:31 a list or map that is written out holds plain values only
            [event.payload.list].size() == 1                | 1:2 a list or map that is written out holds plain values only
            {'a': [1]}.size() == outcome.count              | 1:7 a list or map that is written out holds plain values only
            event.payload.a + event.payload.b == [1]        | 1:17 lists cannot be joined here; to add numbers of a payload, write int(...) or double(...)
            [1] + [2] == event.payload.list                 | 1:5 lists cannot be joined here; to add numbers of a payload, write int(...) or double(...)
            event.tool.matches('(a{1000}){1000}')           | 1:20 the regular expression is not one: Regex pattern exceeds allowed program size. Allowed: 1000, Provided: 1002002
            """)
    void whatCouldGrowIsRefused(String clause, String error) {
        assertThat(errors(ConditionCompiler.condition(clause, Clauses.NOTHING))).containsExactly(error);
    }

    @Test
    void aClauseHasABoundedLengthAndDepth() {
        assertThat(errors(ConditionCompiler.condition("error.is || " + "x".repeat(4_096), Clauses.NOTHING)))
                .containsExactly("1:1 too long; at most 4096 characters");
        assertThat(errors(ConditionCompiler.condition("(".repeat(99) + "error.is" + ")".repeat(99), Clauses.NOTHING)))
                .containsExactly("1:1 nested too deep; at most 32 levels");
    }

    @Test
    void aLongListOfAlternativesIsNotDeep() {
        String clause =
                IntStream.range(0, 120).mapToObj(i -> "outcome.count == " + i).collect(Collectors.joining(" || "));

        assertThat(holds(clause, a("tool_response").with("outcome.count", 119))).isTrue();
        assertThat(holds(clause, a("tool_response").with("outcome.count", 120))).isFalse();
    }
}
