package dev.ripcord.condition;

import static dev.ripcord.condition.Clauses.errors;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseRefusalTest {
    private static final ConditionScope SCOPE = new ConditionScope(
            Map.of("tolerance", ParameterType.INT, "window", ParameterType.DURATION), Set.of("first"));

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', maxCharsPerColumn = 500, textBlock = """
            # Names
            tol == 'search'             ~ 1:1 undeclared name 'tol'; did you mean 'event.tool'?
            tool == 'search'            ~ 1:1 undeclared name 'tool'; did you mean 'event.tool'?
            evnt.type == 'x'            ~ 1:1 undeclared name 'evnt'; did you mean 'event'?
            outcome.cuont > 1           ~ 1:9 outcome has no 'cuont'; did you mean 'count'?
            has( outcome.cuont )        ~ 1:14 outcome has no 'cuont'; did you mean 'count'?
            outcome.xyz > 1             ~ 1:9 outcome has no 'xyz'; it has churn, churn_gap, count, id, in_a_row, is_new, progress, progressed, span
            event.toll == 'x'           ~ 1:7 event has no 'toll'; did you mean 'tool'?
            params.tolerence > 1        ~ 1:8 there is no parameter 'tolerence'; did you mean 'tolerance'?
            params.x > 1                ~ 1:8 there is no parameter 'x'; there is tolerance, window
            first.evnt.tool == 'x'      ~ 1:7 first has no 'evnt'; did you mean 'event'?
            first.call.cuont > 1        ~ 1:12 first.call has no 'cuont'; did you mean 'count'?
            frist.call.count > 1        ~ 1:1 undeclared name 'frist'; did you mean 'first'?
            first.event.payload.x == 1  ~ 1:13 first.event.payload is not there: matched steps keep no payload; read event.payload in the clause of 'first' itself
            startWith(event.tool, 'x')  ~ 1:1 unknown function 'startWith'; did you mean 'startsWith'?
            event.tool.startWith('x')   ~ 1:12 unknown function 'startWith'; did you mean 'startsWith'?
            event.payload.a.exists(3)   ~ 1:17 'exists' is not called so; write list.exists(x, condition)
            # Types
            outcome.count == 'x'        ~ 1:15 no operator '==' between int and string
            outcome.count == 2.0        ~ 1:15 no operator '==' between int and double; convert one side with double(...) or int(...)
            outcome.span > 10           ~ 1:14 no operator '>' between duration and int; write durations as duration('90s')
            event.tool == null          ~ 1:12 no operator '==' between string and null; ask has(...) whether something is there
            event.tool + 'x' == 'yx'    ~ 1:12 no operator '+' between string and string; texts cannot be joined here
            event.tool in 'search'      ~ 1:12 'in' needs a list or a map on its right; found string
            event.tool in [1, 2]        ~ 1:12 no operator 'in' between string and this list
            outcome.count && error.is   ~ 1:15 '&&' needs bool on both sides; found int and bool
            !outcome.count              ~ 1:1 '!' needs bool; found int
            -event.tool == 'x'          ~ 1:1 '-' needs a number; found string
            error.is ? 1 : 'x'          ~ 1:10 '? :' needs bool, then two values of one type; found bool, int, string
            event.tool.contains(3)      ~ 1:12 found string.contains(int); right would be string.contains(string)
            size(outcome.count) > 1     ~ 1:1 found size(int); right would be size(string) or size(bytes) or size(list) or size(map)
            event.tool.x == 'y'         ~ 1:11 string has no parts; nothing can follow with a dot
            event.payload[0] == 1       ~ 1:14 map cannot be indexed with int
            outcome.count.all(x, x > 1) ~ 1:8 all, exists, filter and map go through a list or a map; found int
            outcome.count               ~ 1:1 is int; a condition must be bool
            outcome.span                ~ 1:1 is duration; a condition must be bool
            event.payload.flag          ~ 1:1 may be anything; a condition must be bool: compare it, as in ... == true
            event                       ~ 1:1 'event' alone is no value; name a part of it, such as event.type
            outcome == first.outcome    ~ 1:9 no operator '==' between outcome and first.outcome
            size([first]) > 0           ~ 1:7 'first' alone is no value; name a part of it, such as first.event.type
            has(first.call)             ~ 1:5 has() takes a single name, such as has(first.call.count)
            has(outcome)                ~ 1:1 has() takes a name with a dot, such as has(outcome.count); of a payload, has(event.payload.key)
            event{type: 'x'}            ~ 1:6 a condition builds no objects; write a comparison
            # Syntax
            event.tool = 'x'            ~ 1:12 '=' is no operator; write ==
            error.is & error.hidden     ~ 1:10 '&' is no operator; write &&
            error.is and error.hidden   ~ 1:10 'and' is no operator; write &&
            not error.is                ~ 1:5 'not' is no operator; write !
            outcome.span > 10s          ~ 1:18 durations are written duration('10s')
            event.tool == 'x            ~ 1:15 the text is not closed; a ' is missing
            outcome.count >             ~ 1:16 it ends too early; a value is missing
            (outcome.count > 1          ~ 1:19 a ')' is missing here
            outcome.count > 1)          ~ 1:18 ')' is not expected here
            outcome..count > 1          ~ 1:9 '.count > 1' is not expected here
            event.tool == 'x' # why     ~ 1:19 '#' cannot be read here
            9999999999999999999 > 1     ~ 1:1 the number 9999999999999999999 is too large
            # Constants
            1 > 2                       ~ 1:1 can never hold, whatever the step; compare something of the step
            true                        ~ 1:1 always holds, whatever the step; compare something of the step
            error.is && 1 > 2           ~ 1:1 can never hold, whatever the step; compare something of the step
            error.is || !(1 > 2)        ~ 1:1 always holds, whatever the step; compare something of the step
            event.type == 'a' && event.type == 'b' ~ 1:1 can never hold: no event has two types; join them with || instead of &&
            outcome.count > 1 / 0       ~ 1:17 this divides by zero
            outcome.span > duration('2d') ~ 1:16 this is no duration; write such as duration('90s'), duration('1h30m') or duration('500ms')
            event.tool.matches('(a')    ~ 1:20 the regular expression is not one: error parsing regexp: missing closing ): `(a`
            """)
    void saysWhereWhatWasFoundAndWhatWouldBeRight(String clause, String error) {
        assertThat(errors(ConditionCompiler.condition(clause, SCOPE))).containsExactly(error);
    }

    @Test
    void allErrorsComeAtOnceEachAtItsPlace() {
        String clause = """
                evnt.type == 'x'
                  && outcome.cuont > 1
                  && outcome.count == 'x'""";

        assertThat(errors(ConditionCompiler.condition(clause, SCOPE)))
                .containsExactly(
                        "1:1 undeclared name 'evnt'; did you mean 'event'?",
                        "2:14 outcome has no 'cuont'; did you mean 'count'?",
                        "3:20 no operator '==' between int and string");
    }

    @Test
    void columnsCountCharactersAsPeopleDo() {
        assertThat(errors(ConditionCompiler.condition("event.tool == '\uD83D\uDE00' && evnt.x == 1", SCOPE)))
                .containsExactly("1:22 undeclared name 'evnt'; did you mean 'event'?");
    }

    @Test
    void nothingWrittenIsNoClause() {
        assertThat(errors(ConditionCompiler.condition(" ", SCOPE)))
                .containsExactly("1:1 nothing is written here; write a condition in CEL");
    }

    @Test
    void withoutParametersItSaysSo() {
        assertThat(errors(ConditionCompiler.condition("outcome.count > params.times", Clauses.NOTHING)))
                .containsExactly("1:24 there is no parameter 'times'; the definition declares none");
    }
}
