package dev.ripcord.condition;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.error;
import static dev.ripcord.session.Sessions.message;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.userRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FoldLimits;
import dev.ripcord.fact.SessionFold;
import dev.ripcord.fact.Step;
import dev.ripcord.session.Session;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertaintyTest {
    private static final ConditionScope SCOPE = new ConditionScope(
            Map.of("times", ParameterType.INT, "window", ParameterType.DURATION, "all", ParameterType.BOOL),
            Set.of("first"));

    private static final Parameters SETTING = new Parameters(Map.of("times", 1L, "window", Duration.ZERO, "all", true));

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            session.steps >= 1                         ~ session.steps is never below 1
            session.steps != 0                         ~ session.steps is never below 1
            session.steps > 0.5                        ~ session.steps is never below 1
            0 < session.steps                          ~ session.steps is never below 1
            !(session.steps < 1)                       ~ session.steps is never below 1
            !(session.steps < 1 || session.calls < 0)  ~ session.calls is never below 0 and session.steps is never below 1
            session.calls >= 0 && session.steps >= 1   ~ session.calls is never below 0 and session.steps is never below 1
            session.steps >= 1 || error.is             ~ session.steps is never below 1
            !(session.steps < 1 && error.is)           ~ session.steps is never below 1
            session.age >= duration('0s')              ~ session.age is never below 0s
            session.idle > duration('-1s')             ~ session.idle is never below 0s
            novelty.steps_since >= 0                   ~ novelty.steps_since is never below 0
            loop.repeats >= 1                          ~ loop.repeats is never below 1
            call.recent <= 64                          ~ call.recent is never above 64
            outcome.count >= 1 && error.count >= 0     ~ error.count is never below 0 and outcome.count is never below 1
            stall.debt >= 0.0                          ~ stall.debt is never below 0
            event.type != ''                           ~ event.type is never empty
            '' != event.agent                          ~ event.agent is never empty
            !(event.type == '')                        ~ event.type is never empty
            """)
    void whatAsksNoMoreThanFactsAlwaysAreHoldsForEverySession(String clause, String reason) {
        assertThat(certainty(clause)).contains("1:1 holds at the first steps of every session: " + reason);
    }

    @Test
    void whetherAFactIsKnownThatAlwaysIsHoldsForEverySession() {
        assertThat(certainty("has(session.steps) || has(session.idle)"))
                .contains("1:5 holds at the first steps of every session: session.idle is known and session.steps is"
                        + " known");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            session.steps >= params.times                             ~ with times 1: session.steps is never below 1
            session.steps > params.times - 1 && session.age >= params.window ~ with times 1 and window 0s: session.age is never below 0s and session.steps is never below 1
            params.all || error.is                                    ~ with all true: nothing is asked of the step
            """)
    void parametersCountWithTheirValues(String clause, String reason) {
        assertThat(certainty(clause)).contains("1:1 holds at the first steps of every session " + reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            session.steps >= 2
            session.steps > 1
            session.steps > params.times
            session.calls >= 1
            session.calls > 0
            session.age > duration('0s')
            session.ended
            novelty.steps_since > 0
            loop.repeats >= 2
            loop.repeats >= 1 && error.is
            loop.repeats >= 1 && outcome.count >= 1
            !(session.steps < 1 || error.is)
            handoff.count >= 1
            message.in_a_row >= 1
            state.visits >= 1
            decision.count >= 1
            cost.session >= 0.0
            budget.remaining >= 0.0
            retry.count >= 0
            call.id >= 0
            has(call.id)
            has(call.polls)
            !has(session.steps)
            first.session.steps >= 1
            session.steps >= session.calls
            event.type != 'tool_invocation'
            event.tool != ''
            event.type == 'tool_invocation' && session.steps >= 1
            event.payload.size > 0
            !params.all && error.is
            """)
    void whatNeedNotHoldIsLeftAlone(String clause) {
        assertThat(certainty(clause)).isEmpty();
    }

    /** Ordinary sessions, which do nothing wrong: with a user and without, with errors, with one tool or several. */
    private static final List<List<Step>> SESSIONS = List.of(
            begun(session("asked").then(userRequest("please"))),
            begun(session("alone")),
            begun(session("failing").then(call("build"), error("no such file"))),
            begun(session("talking").then(message("good morning"), message("I begin"))));

    @Test
    void whatIsTakenToHoldDoesHoldForOneOfTheFirstStepsOfEachSession() {
        DrawnComparisons clauses = new DrawnComparisons(new Random(20_261_129));
        int certain = 0;
        for (int drawn = 0; drawn < 3_000; drawn++) {
            String text = clauses.draw(2);
            boolean holds = certainty(text).isPresent();
            certain += holds ? 1 : 0;
            if (holds) {
                Condition clause = Clauses.condition(text, SCOPE);
                assertThat(SESSIONS)
                        .as(text)
                        .allMatch(steps ->
                                steps.stream().anyMatch(step -> clause.holds(step, MatchedSteps.NONE, SETTING)));
            }
        }
        assertThat(certain).isGreaterThan(100);
    }

    /** Compares every fact with numbers at the ends of what facts can be, and joins what it compares. */
    private record DrawnComparisons(Random random) {
        private static final List<String> FACTS = Arrays.stream(Fact.values())
                .filter(fact -> switch (fact.kind()) {
                    case COUNT, RATIO, MONEY -> true;
                    case FLAG, DURATION, IDENTITY, COUNTS -> false;
                })
                .map(Fact::factName)
                .toList();

        private static final List<String> RELATIONS = List.of("==", "!=", "<", "<=", ">", ">=");
        private static final List<String> NUMBERS = List.of("0", "0.5", "1", "2", "16", "19", "64", "params.times");

        String draw(int depth) {
            return switch (depth == 0 ? 3 : random.nextInt(4)) {
                case 0 -> "(" + draw(depth - 1) + " && " + draw(depth - 1) + ")";
                case 1 -> "(" + draw(depth - 1) + " || " + draw(depth - 1) + ")";
                case 2 -> "!(" + draw(depth - 1) + ")";
                default -> one(FACTS) + " " + one(RELATIONS) + " " + one(NUMBERS);
            };
        }

        private String one(List<String> list) {
            return list.get(random.nextInt(list.size()));
        }
    }

    private static Optional<String> certainty(String clause) {
        return ConditionCompiler.certainty(clause, SCOPE, SETTING)
                .map(error -> error.line() + ":" + error.column() + " " + error.message());
    }

    private static List<Step> begun(Session session) {
        session.then(
                call("read", "{page: 1}"),
                result("{text: one}"),
                call("read", "{page: 2}"),
                result("{text: two}"),
                message("done"));
        SessionFold fold = new SessionFold(FoldLimits.DEFAULT);
        return session.envelopes().stream()
                .flatMap(envelope -> fold.after(envelope).stream())
                .toList();
    }
}
