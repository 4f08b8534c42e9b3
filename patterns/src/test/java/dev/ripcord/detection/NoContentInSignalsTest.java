package dev.ripcord.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Case;
import dev.ripcord.pattern.CasesReader;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Expectation;
import dev.ripcord.signal.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What agents think, say, pass to tools and get back stays in the log: no signal and no halt repeats it. */
class NoContentInSignalsTest {
    private static final Path LIBRARY = Path.of("library");
    private static final String SECRET = "hunter2-4111111111111111";

    /** Whatever of a payload may hold content; numbers, names of tools and of agents are none. */
    private static final List<String> CONTENT = List.of(
            "tool_args",
            "tool_result",
            "error",
            "content",
            "decision",
            "options",
            "reason",
            "task",
            "state",
            "state_ref",
            "caller_step",
            "request_ref");

    static Stream<Definition> definitions() {
        return DefinitionReader.read(List.of(LIBRARY)).definitions().stream();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void noSignalAndNoHaltOfTheLibraryRepeatsWhatAnAgentSaidOrPassed(Definition definition) {
        List<Signal> signals = CasesReader.read(LIBRARY.resolve(definition.id() + ".cases.jsonl")).cases().stream()
                .filter(tried -> tried.expectation() == Expectation.FIRES)
                .flatMap(tried -> signals(definition, tried))
                .toList();

        assertThat(signals).isNotEmpty();
        assertThat(signals).allSatisfy(signal -> {
            assertThat(Json.text(signal)).doesNotContain(SECRET);
            assertThat(Json.text(signal.halt(null, signal.signalId()))).doesNotContain(SECRET);
        });
    }

    private static Stream<Signal> signals(Definition definition, Case tried) {
        List<Envelope> log =
                tried.events().stream().map(NoContentInSignalsTest::withSecrets).toList();
        assertThat(log).allMatch(event -> new String(event.bytes()).contains(SECRET));
        return Judging.inMemory(PatternBook.enforcing(List.of(definition), tried.parameters()))
                .judge(log)
                .signals()
                .stream();
    }

    private static Envelope withSecrets(Envelope envelope) {
        ObjectNode event = tree(envelope);
        ObjectNode payload = event.get("payload") instanceof ObjectNode object ? object : event.putObject("payload");
        CONTENT.stream().filter(payload::has).forEach(key -> payload.set(key, withSecret(payload.get(key))));
        payload.put("prompt", SECRET);
        event.put("notes", SECRET);
        byte[] bytes = Json.bytes(event);
        Decoded.Readable decoded = (Decoded.Readable) EventDecoder.decode(bytes);
        return new Envelope(envelope.position(), envelope.kafkaTime(), decoded.event(), bytes);
    }

    /** The same change everywhere: what was equal still is, and what was not is not. */
    private static JsonNode withSecret(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return object.put("password", SECRET);
        }
        if (value instanceof ArrayNode list) {
            return list.add(SECRET);
        }
        return value.isTextual() ? TextNode.valueOf(value.textValue() + " " + SECRET) : value;
    }

    private static ObjectNode tree(Envelope envelope) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(envelope.bytes());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
