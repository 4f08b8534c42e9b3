package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sequences that could not be compiled, would never end, or would fire on time instead of on an event. */
class RefusedSequencesTest {
    private static final String HEAD = """
            id: stuck-call
            version: 1
            title: A call that stays stuck
            why: It will not end.
            action: warn
            severity: info
            message: stuck
            within: 10m
            sequence:
            """;

    static Stream<Arguments> sequences() {
        return Stream.of(
                arguments("- {name: a, where: error.is, not: true}\n- {name: b}", """
                        10:30: a first element cannot be negated: nothing comes before it"""),
                arguments("- {name: a}\n- {name: b, where: error.is, not: true}", """
                        11:30: a trailing not fires on time, not on an event; put an element after it"""),
                arguments("- {name: a}\n- {name: b, where: error.is, not: true}\n- {name: c, optional: true}", """
                        11:30: a trailing not fires on time, not on an event; put an element after it that is not\
                         optional"""),
                arguments("- {name: a}\n- {name: b, group: [{name: c}, {name: d, where: error.is, not: true}]}", """
                        11:59: a trailing not fires on time, not on an event; put an element after it"""),
                arguments(
                        "- {name: a}\n- {name: b, optional: true}\n- {name: c, where: error.is, not: true}\n- {name: d}",
                        """
                        12:30: a negated element cannot follow an optional one; write two definitions, one with 'b' and\
                         one without"""),
                arguments("- {name: a}\n- {name: b, not: true}\n- {name: c}", """
                        11:13: a negated element needs a where"""),
                arguments(
                        "- {name: a}\n- {name: b, where: error.is, not: true, times: 2, optional: true}\n- {name: c}",
                        """
                        11:41: a negated element takes no steps; remove times
                        11:51: a negated element takes no steps; remove optional"""),
                arguments("- {name: a, optional: true}\n- {name: b, optional: true}", """
                        10:13: at least one element must not be optional"""),
                arguments("- {name: a, times: 2.., greedy: true}\n- {name: b, optional: true}", """
                        11:13: an optional element cannot follow a greedy one; 'a' must not be greedy"""),
                arguments(
                        "- {name: a}\n- {name: b, where: error.is, not: true}\n"
                                + "- {name: c, times: 2.., greedy: true, optional: true, until: error.is}\n- {name: d}",
                        """
                        12:55: greedy, optional and until cannot stand together after a negated element; leave one\
                         out"""),
                arguments("- {name: a, contiguity: strict}\n- {name: b, contiguity: strict}", """
                        10:13: contiguity has no meaning on a first element; remove it"""),
                arguments("- {name: a}\n- {name: a}", """
                        11:4: element 'a' is already there in line 10"""),
                arguments("- {name: a}\n- {name: b, group: [{name: a}]}", """
                        11:22: element 'a' is already there in line 10"""),
                arguments("- {name: call}\n- {name: event}\n- {name: while}", """
                        10:10: 'call' is the name of facts; call the element something else
                        11:10: 'event' has a meaning in conditions; call the element something else
                        12:10: 'while' is a reserved word in conditions; choose another name"""),
                arguments("- {name: a, between: strict}", """
                        10:13: an element without times takes one step; remove between"""),
                arguments("- {name: a, times: 3, greedy: true}", """
                        10:23: greedy needs a range to be greedy in: times N..M or N.."""),
                arguments("- {name: a, times: 2..3, until: error.is}", """
                        10:26: until ends a repetition without upper bound; give times N.."""),
                arguments("- {name: a}\n- {name: b, where: error.is, same: [event.tool], group: [{name: c}]}", """
                        11:13: a group takes its elements' steps; remove where
                        11:30: a group takes its elements' steps; remove same"""),
                arguments("- {name: a, same: [event.tool]}", """
                        10:13: same compares with the step before, and there is none; remove same"""),
                arguments("- {name: a, within: 30s}", """
                        10:13: within counts from the step before, and there is none; remove within"""),
                arguments("- {name: a}\n- {name: b, where: error.is, not: true, within: 30s}\n- {name: c}", """
                        11:41: a negated element takes no steps; remove within"""),
                arguments("- {name: a}\n- {name: b, within: 30s, group: [{name: c, times: 2, within: 30s}]}", """
                        11:13: a group takes its elements' steps; remove within"""),
                arguments("- {name: a}\n- {name: b, within: 0s}", """
                        11:21: within is 0s; it must be longer"""),
                arguments("- {name: a}\n- {name: b, group: [{name: c, within: 11m}]}", """
                        11:39: element c: within is 11m; it must not be longer than that of the sequence, which is\
                         10m"""),
                arguments("- {name: a}\n- {name: b, within: soon}", """
                        11:21: within is 'soon'; it must be a duration such as 500ms, 10m or 1h30m, or\
                         params.NAME"""),
                arguments("- {name: a, times: 5..3}", """
                        10:20: element a: times is 5..3; the first number must not be above the second"""),
                arguments("- {name: a, times: 50, group: [{name: b, times: 2..40}, {name: c}]}", """
                        9:1: the sequence asks for 2050 steps; the most is 2000"""));
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void aSequenceThatCannotBeJudgedIsRefusedAtItsPlace(String sequence, String refusals) {
        assertThat(places(DefinitionReader.read("x", HEAD + sequence))).isEqualTo(refusals);
    }

    @Test
    void aSequenceOfMoreThanOneStepNeedsWithin() {
        String unbounded = HEAD.replace("within: 10m\n", "");

        for (String longer : new String[] {
            "- {name: a}\n- {name: b}",
            "- {name: a, times: 2}",
            "- {name: a, times: 1..}",
            "- {name: a, group: [{name: b}, {name: c}]}"
        }) {
            assertThat(places(DefinitionReader.read("x", unbounded + longer)))
                    .isEqualTo("8:1: within is missing; a sequence of more than one step would keep its beginnings for"
                            + " ever: add within, such as within: 10m");
        }
        assertThat(places(DefinitionReader.read("x", unbounded + "- {name: a}")))
                .isEmpty();
        assertThat(places(DefinitionReader.read("x", HEAD.replace("10m", "0s") + "- {name: a, where: error.is}")))
                .isEqualTo("8:9: within is 0s; it must be longer");
    }

    @Test
    void whatFlinkCanCompileIsAccepted() {
        assertThat(places(DefinitionReader.read("x", HEAD + """
                                - {name: a, times: 2.., greedy: true, until: error.is, between: strict}
                                - {name: b, where: error.is, not: true}
                                - {name: c, optional: true, contiguity: strict}
                                - {name: d, times: 2..5, same: [event.tool], within: 1m}
                                - {name: e, where: error.is, not: true, contiguity: strict}
                                - {name: f, times: 2, between: strict, optional: true, group: [{name: g, within: 10m}, {name: h}]}
                                - {name: j}
                                """))).isEmpty();
    }

    private static String places(Reading reading) {
        return String.join(
                "\n",
                reading.problems().stream()
                        .map(problem -> problem.line() + ":" + problem.column() + ": " + problem.message())
                        .toList());
    }
}
