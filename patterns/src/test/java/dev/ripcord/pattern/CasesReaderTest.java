package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.topic.Position;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CasesReaderTest {
    @Test
    void aCaseIsASessionAndWhatToExpectOfIt() {
        Case read = only("""
                # a comment, and a blank line

                {"name": "twice", "expect": "fires", "at": 1, "parameters": {"times": 3, "window": "5m"}, "events": [\
                {"event_type": "user_request"}, {"event_type": "termination", "session_id": "s-1", "agent_id": "biller"}]}
                """);

        assertThat(read.name()).isEqualTo("twice");
        assertThat(read.expectation()).isEqualTo(Expectation.FIRES);
        assertThat(read.at()).isEqualTo(OptionalInt.of(1));
        assertThat(read.parameters()).isEqualTo(Map.of("times", 3, "window", "5m"));
        assertThat(read.events())
                .extracting(Envelope::position)
                .containsExactly(new Position(0, 0), new Position(0, 1));
        assertThat(read.events())
                .extracting(envelope ->
                        envelope.event().session() + " " + envelope.event().agent())
                .containsExactly("default/case agent", "default/s-1 biller");
    }

    @Test
    void aCaseNeedNotSayWhere() {
        Case read = only("{\"name\": \"calm\", \"expect\": \"quiet\", \"events\": [{\"event_type\": \"message\"}]}");

        assertThat(read.expectation()).isEqualTo(Expectation.QUIET);
        assertThat(read.at()).isEmpty();
        assertThat(read.parameters()).isEmpty();
    }

    @Test
    void eventsAreASecondApartUnlessTheySayOtherwise() {
        List<Envelope> events = only("{\"name\": \"times\", \"expect\": \"quiet\", \"events\": ["
                        + "{\"event_type\": \"a\"}, {\"event_type\": \"b\"}, {\"event_type\": \"c\", \"after\": \"11m\"},"
                        + "{\"event_type\": \"d\", \"timestamp\": \"2026-03-01T12:00:00Z\"}, {\"event_type\": \"e\"}]}")
                .events();

        assertThat(events)
                .extracting(envelope ->
                        Instant.ofEpochMilli(envelope.event().timestamp()).toString())
                .containsExactly(
                        "2026-01-01T00:00:00Z",
                        "2026-01-01T00:00:01Z",
                        "2026-01-01T00:11:01Z",
                        "2026-03-01T12:00:00Z",
                        "2026-03-01T12:00:01Z");
        assertThat(events)
                .allSatisfy(envelope -> assertThat(envelope.kafkaTime())
                        .isEqualTo(envelope.event().timestamp()));
    }

    @Test
    void aBlockIsRepeatedWithTheNumberOfItsRound() {
        List<Envelope> events = only("{\"name\": \"rounds\", \"expect\": \"quiet\", \"events\": ["
                        + "{\"event_type\": \"start\", \"payload\": {\"task\": \"{i}\"}},"
                        + "{\"repeat\": 3, \"events\": [{\"event_type\": \"call\", \"event_id\": \"c-{i}\","
                        + " \"payload\": {\"tool_args\": {\"list\": [\"page {i} of {i}\", 7]}}},"
                        + " {\"event_type\": \"result\"}]}]}")
                .events();

        assertThat(events)
                .extracting(envelope -> envelope.event().type())
                .containsExactly("start", "call", "result", "call", "result", "call", "result");
        assertThat(events.get(0).event().payload()).hasToString("{\"task\":\"{i}\"}");
        assertThat(events.get(5).event().payload()).hasToString("{\"tool_args\":{\"list\":[\"page 2 of 2\",7]}}");
        assertThat(events.get(5).event().origin().eventId()).contains("c-2");
    }

    @Test
    void anEnvelopesBytesAreTheEventThatItHolds() {
        Envelope envelope =
                only("{\"name\": \"n\", \"expect\": \"quiet\", \"events\": [{\"event_type\": \"a\", \"after\": \"1h\"}]}")
                        .events()
                        .get(0);

        assertThat(EventDecoder.decode(envelope.bytes())).isEqualTo(new Decoded.Readable(envelope.event()));
        assertThat(new String(envelope.bytes(), StandardCharsets.UTF_8)).doesNotContain("after");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(
                        "{\"name\": \"a\", \"expect\": \"quiet\", \"events\": [}",
                        "1:45: not JSON: Unexpected close marker '}': expected ']'"),
                arguments("{} {}", "1:3: not JSON: something follows the value; one line holds one object"),
                arguments(
                        "[]", "1:1: the document is empty; it must be an object with the keys name, expect and events"),
                arguments("\n{\"name\": \"a\", \"expect\": \"maybe\", \"event\": []}", """
                        2:25: expect is 'maybe'; it must be fires or quiet
                        2:34: unknown key 'event'; did you mean 'events'?"""),
                arguments("{\"expect\": \"quiet\", \"events\": []}", """
                        1:1: name is missing; it must be a text of at most 200 characters that says what the case shows
                        1:31: events is empty; it must be a list of events and repeated blocks, at least one"""),
                arguments(
                        "{\"name\": \"a\", \"expect\": \"quiet\", \"at\": 0, \"events\": [{\"event_type\": \"a\"}]}",
                        """
                        1:34: at has no meaning where quiet is expected; remove it"""),
                arguments(
                        "{\"name\": \"a\", \"expect\": \"fires\", \"at\": 1, \"events\": [{\"event_type\": \"a\"}]}",
                        """
                        1:40: at is 1; the last event is 0"""),
                arguments(
                        "{\"name\": \"a\", \"expect\": \"fires\", \"events\": [{\"type\": \"a\"}, 5, {\"repeat\": 0, \"events\": [{}]}]}",
                        """
                        1:45: event_type is missing; it must be an event type such as tool_invocation
                        1:60: an entry of events is 5; it must be an event (an object with event_type) or a block\
                         (an object with repeat and events)
                        1:74: repeat is 0; it must be a whole number from 1 to 10000
                        1:88: event_type is missing; it must be an event type such as tool_invocation"""),
                arguments(
                        "{\"name\": \"a\", \"expect\": \"fires\", \"events\": [{\"repeat\": 9, \"events\": [{\"event_type\": \"a\", \"timestamp\": \"noon\"}]}]}",
                        """
                        1:70: timestamp is "noon"; it must be epoch seconds, epoch milliseconds (not micro- or nanoseconds) or ISO 8601, from the year 1970 to 5138"""),
                arguments("{\"name\": \"a\", \"name\": \"b\"}", "1:21: not JSON: Duplicate field 'name'"),
                arguments(
                        "{\"name\": \"a\", \"expect\": \"fires\", \"events\": [{\"event_type\": \"a\"}]}\n".repeat(2),
                        """
                        2:10: name 'a' is already used in line 1"""),
                arguments(
                        "{\"name\": \"a\", \"expect\": \"fires\", \"events\": ["
                                + "{\"repeat\": 10000, \"events\": [{\"event_type\": \"a\"}]},".repeat(10)
                                + "{\"event_type\": \"b\"}]}",
                        """
                        1:555: the case has more than 100000 events"""));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoCaseIsRefusedAtItsPlace(String lines, String refusals) {
        CasesReader.Cases cases = CasesReader.read("a.cases.jsonl", lines);

        assertThat(cases.problems().stream()
                        .map(problem -> problem.line() + ":" + problem.column() + ": " + problem.message())
                        .collect(Collectors.joining("\n")))
                .isEqualTo(refusals);
    }

    @Test
    void aBadLineDoesNotHideTheGoodOnes() {
        String good = "{\"name\": \"good\", \"expect\": \"quiet\", \"events\": [{\"event_type\": \"a\"}]}";

        CasesReader.Cases cases = CasesReader.read("a.cases.jsonl", "{\n" + good);

        assertThat(cases.cases()).extracting(Case::name).containsExactly("good");
        assertThat(cases.problems()).extracting(Problem::line).containsExactly(1);
    }

    @Test
    void aMissingFileIsAProblem() {
        Path file = CasesReader.beside(Path.of("nowhere", "stuck.yaml"), "stuck-call");

        assertThat(CasesReader.read(file).problems())
                .extracting(Problem::render)
                .containsExactly(Path.of("nowhere", "stuck-call.cases.jsonl") + ":1:1: error: there is no such file");
    }

    private static Case only(String lines) {
        CasesReader.Cases cases = CasesReader.read("a.cases.jsonl", lines);
        assertThat(cases.problems()).isEmpty();
        assertThat(cases.cases()).hasSize(1);
        return cases.cases().get(0);
    }
}
