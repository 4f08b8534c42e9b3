package dev.ripcord.detection;

import static dev.ripcord.detection.Definitions.definition;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.pattern.Definition;
import dev.ripcord.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sequences mean, on logs of one letter a second: in each the steps of the first match at each event are told. */
class PatternCompilerTest {

    @ParameterizedTest(name = "{0} on {1} matches {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a, b                     | xaxbb    | 1-3",
                "a, b strict              | axbab    | 3-4",
                "a, not x, b              | axbab    | 3-4",
                "a, not x strict, b       | axbacxb  | 3-6",
                "a times 3                | axaxaa   | 0-2-4 2-4-5",
                "a times 3 between strict | aaxaaa   | 3-4-5",
                "a times 2..3             | aaaa     | 0-1 0-1-2 1-2-3",
                "a, b times 2.., c        | abbbc    | 0-1-2-3-4",
                "a, b optional, c         | acxabc   | 0-1 0-4-5",
                "a, b times 1.. until d, c| abdbc    | 0-1-4",
                "a, b times 1.. greedy, x | abbxx    | 0-1-2-3",
                "a, b within 2s           | axbab    | 3-4",
                "a times 3 within 2s      | aaxaaa   | 3-4-5",
                "a, b times 3.. within 2s | axbabbb  | 3-4-5-6",
                "a, b times 2.. within 2s, c     | abbxbc   | 0-1-2-5",
                "a, b times 1..2 within 2s, c    | abxbc    | 0-1-4",
                "a, b optional within 2s, c      | axxbc    | 0-4",
                "a, b times 1.. greedy within 2s, b | abbxb | 0-1-2-4",
                "a, not x strict, b within 2s    | acbab    | 3-4",
            })
    void aSequenceMatchesAsFlinkCepWould(String sequence, String log, String matches) {
        assertThat(matches(compactly(sequence), log)).isEqualTo(matches);
    }

    @Test
    void aGroupRepeatsAsOne() {
        String sequence = """
                sequence:
                  - name: round
                    times: 2
                    group:
                      - {name: a, where: "event.type == 'a'"}
                      - {name: b, where: "event.type == 'b'"}
                within: 10m
                """;
        assertThat(matches(definition("rounds", sequence), "abxab")).isEqualTo("0-1-3-4");
        assertThat(matches(definition("rounds", sequence), "abxba")).isEmpty();
    }

    @Test
    void withinOfAnElementCountsFromTheStepMatchedBeforeAlsoWhenNothingLiesBetween() {
        for (String before : List.of("b times 1..", "b optional", "b times 1..2", "b, not x strict", "b")) {
            Definition definition = definition("late", sequence("a, " + before + ", c within 2s"), "within: 10m");
            assertThat(matches(definition, paused("ab", Duration.ofMillis(999), "c")))
                    .as(before)
                    .isEqualTo("0-1-2");
            assertThat(matches(definition, paused("ab", Duration.ofSeconds(1), "c")))
                    .as(before)
                    .isEmpty();
        }
    }

    @Test
    void withinOfAGroupsFirstElementCountsFromRoundToRound() {
        String sequence = """
                sequence:
                  - name: round
                    times: 2
                    group:
                      - {name: a, where: "event.type == 'a'", within: 2s}
                      - {name: b, where: "event.type == 'b'"}
                within: 10m
                """;
        assertThat(matches(definition("rounds", sequence), "axxbaxb")).isEqualTo("0-3-4-6");
        assertThat(matches(definition("rounds", sequence), "abxab")).isEmpty();
    }

    @Test
    void sameComparesWithTheStepMatchedBefore() {
        Definition definition = definition(
                "same",
                "sequence: [{name: made, where: \"event.type == 'call'\", times: 3, same: [event.tool]}]",
                "within: 10m");
        Session session = session("s")
                .then(event("call", "{tool_name: x}"), event("call", "{tool_name: y}"), event("call", "{tool_name: x}"))
                .then(event("call", "{}"), event("call", "{tool_name: x}"));
        assertThat(matches(definition, session)).isEqualTo("0-2-4");
    }

    @Test
    void whatIsAbsentIsNotTheSameAsWhatIsAbsentToo() {
        Definition definition =
                definition("same", "sequence: [{name: made, times: 2, same: [event.tool]}]", "within: 10m");
        assertThat(matches(definition, session("s").then(event("call", "{}"), event("call", "{}"))))
                .isEmpty();
    }

    @Test
    void aStepAtTheVeryEndOfTheWindowIsTooLate() {
        Definition within2s = definition("ab", sequence("a, b"), "within: 2s");
        assertThat(matches(within2s, "ab")).isEqualTo("0-1");
        assertThat(matches(within2s, "axb")).isEmpty();
    }

    @Test
    void aClauseReadsTheStepsMatchedBefore() {
        Definition definition = definition(
                "returns",
                "sequence:",
                "  - {name: first, where: \"event.type == 'a'\"}",
                "  - {name: again, where: \"event.type == 'a' && event.tool == first.event.tool\", contiguity: strict}",
                "within: 10m");
        Session session = session("s")
                .then(event("a", "{tool_name: x}"), event("a", "{tool_name: y}"), event("a", "{tool_name: y}"));
        assertThat(matches(definition, session)).isEqualTo("1-2");
    }

    private static String matches(Definition definition, String log) {
        Session session = session("s");
        log.chars().forEach(letter -> session.then(event(Character.toString(letter), "{tool_name: t}")));
        return matches(definition, session);
    }

    /** @param pause on top of the second that always lies between two steps */
    private static Session paused(String log, Duration pause, String later) {
        Session session = session("s");
        log.chars().forEach(letter -> session.then(event(Character.toString(letter), "{tool_name: t}")));
        return session.after(pause).then(event(later, "{tool_name: t}"));
    }

    private static String matches(Definition definition, Session session) {
        return Judging.inMemory(PatternBook.enforcing(List.of(definition)))
                .judge(session.envelopes())
                .signals()
                .stream()
                .map(signal -> signal.matched().stream()
                        .map(step -> Long.toString(step.position().offset()))
                        .collect(Collectors.joining("-")))
                .collect(Collectors.joining(" "));
    }

    private static Definition compactly(String sequence) {
        return definition("letters", sequence(sequence), "within: 10m");
    }

    /** {@code a, not x strict, b times 2..}: the elements, each named by the event type that it takes. */
    private static String sequence(String compact) {
        StringBuilder yaml = new StringBuilder("sequence:");
        int number = 0;
        for (String element : compact.strip().split(", ")) {
            boolean negated = element.startsWith("not ");
            String[] words = (negated ? element.substring(4) : element).split(" ", 2);
            yaml.append("\n  - {name: e")
                    .append(number++)
                    .append(", where: \"event.type == '")
                    .append(words[0])
                    .append("'\"");
            yaml.append(negated ? ", not: true" : "")
                    .append(words.length > 1 ? keys(words[1]) : "")
                    .append("}");
        }
        return yaml.toString();
    }

    private static String keys(String words) {
        return " "
                + words.replaceAll("^strict", ", contiguity: strict")
                        .replaceAll("times (\\S+)", ", times: $1")
                        .replaceAll("between strict", ", between: strict")
                        .replaceAll("within (\\S+)", ", within: $1")
                        .replaceAll("until (\\S+)", ", until: \"event.type == '$1'\"")
                        .replaceAll("greedy", ", greedy: true")
                        .replaceAll("optional", ", optional: true");
    }
}
