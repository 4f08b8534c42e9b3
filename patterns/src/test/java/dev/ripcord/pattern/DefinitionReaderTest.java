package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ripcord.condition.ParameterType;
import dev.ripcord.halt.ScopeKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionReaderTest {
    @TempDir
    private Path directory;

    @Test
    void aDefinitionIsReadAsItIsWritten() {
        Definition definition = PatternText.definition(PatternText.SOUND);

        assertThat(definition.key()).isEqualTo("stuck-call@" + definition.hash());
        assertThat(definition.hash()).matches("[0-9a-f]{16}");
        assertThat(definition.version()).isEqualTo(3);
        assertThat(definition.why()).isEqualTo("A retry that changes nothing will not end.");
        assertThat(definition.action()).isEqualTo(Action.HALT);
        assertThat(definition.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(definition.within()).contains(new Argument.Reference<>("window", Duration.class));
        assertThat(definition.rearm()).isEqualTo(Argument.of(Duration.ofMinutes(5)));
        assertThat(definition.appliesTo()).isEqualTo(new Selector(List.of(), List.of("invoice-*"), List.of()));
        assertThat(definition.overrides())
                .containsExactly(new ParameterOverride(
                        new Selector(List.of("acme"), List.of(), List.of()), false, Map.of("times", 9L)));
        assertThat(definition.source()).isEqualTo(PatternText.SOUND);
    }

    @Test
    void parametersHaveTheTypesOfTheirDefaults() {
        assertThat(PatternText.definition(PatternText.SOUND).parameters())
                .containsExactly(
                        new Parameter("times", ParameterType.INT, 4L, Optional.of(2L), Optional.of(50L), "equal calls"),
                        new Parameter(
                                "window",
                                ParameterType.DURATION,
                                Duration.ofMinutes(10),
                                Optional.of(Duration.ofSeconds(10)),
                                Optional.of(Duration.ofDays(1)),
                                "how far apart"),
                        new Parameter(
                                "share",
                                ParameterType.DOUBLE,
                                0.5,
                                Optional.empty(),
                                Optional.empty(),
                                "of the budget"));
    }

    @Test
    void whatIsLeftOutIsAtItsDefault() {
        Definition definition = PatternText.definition("""
                id: a
                version: 1
                title: a
                why: a
                action: observe
                severity: info
                sequence:
                  - name: a
                message: a
                """);

        assertThat(definition.scope()).isEqualTo(ScopeKind.SESSION);
        assertThat(definition.rearm()).isEqualTo(Argument.of(Duration.ofMinutes(10)));
        assertThat(definition.within()).isEmpty();
        assertThat(definition.appliesTo()).isEqualTo(Selector.ALL);
        assertThat(definition.sequence())
                .containsExactly(new Element(
                        "a",
                        Optional.empty(),
                        Times.ONCE,
                        Contiguity.RELAXED,
                        false,
                        false,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void aParameterOfAConditionMayDifferFromToolToTool() {
        Definition definition = PatternText.definition("""
                id: identical-call
                version: 3
                title: The same tool call keeps giving the same result
                why: >
                  A retry that changes nothing will not end. An invoice agent once asked for the same payment status all weekend.
                action: halt
                severity: critical
                parameters:
                  times:  { default: 4, minimum: 2, maximum: 50, description: "equal calls with equal results, in a row or not" }
                  window: { default: 10m, minimum: 10s, maximum: 24h, description: how far apart the first and the last may be }
                sequence:
                  - name: stuck
                    where: event.type == 'tool_response' && outcome.count >= params.times
                within: params.window
                rearm: 10m
                overrides:
                  - tool: [ci.status, jobs.poll]
                    parameters: { times: 40 }
                message: "{event.tool} gave the same result {outcome.count} times in {outcome.span}"
                """);

        assertThat(definition.overrides())
                .containsExactly(new ParameterOverride(
                        new Selector(List.of(), List.of(), List.of("ci.status", "jobs.poll")),
                        false,
                        Map.of("times", 40L)));
    }

    @Test
    void anElementSaysHowOftenAndHowClosely() {
        Definition definition = PatternText.definition(PatternText.with("times: params.times", """
                times: 2..params.times
                    greedy: true
                    between: strict
                    contiguity: strict
                    same: [event.tool]
                  - name: round
                    times: 3..
                    group: [{ name: plan }, { name: act, optional: true }]
                """));

        Element stuck = definition.sequence().get(1);
        assertThat(stuck.times())
                .isEqualTo(new Times(
                        Argument.of(2),
                        Optional.of(new Argument.Reference<>("times", Integer.class)),
                        true,
                        Contiguity.STRICT));
        assertThat(stuck.contiguity()).isEqualTo(Contiguity.STRICT);
        assertThat(stuck.same()).containsExactly("event.tool");
        Element round = definition.sequence().get(2);
        assertThat(round.times()).isEqualTo(new Times(Argument.of(3), Optional.empty(), false, Contiguity.RELAXED));
        assertThat(round.group())
                .extracting(Element::name, Element::optional)
                .containsExactly(tuple("plan", false), tuple("act", true));
    }

    @Test
    void allProblemsOfAllFilesAreToldAtOnceAndTheGoodOnesAreRead() throws IOException {
        write("a-good.yaml", PatternText.with("id: stuck-call", "id: good"));
        write(
                "b-bad.yaml",
                PatternText.with("version: 3", "version: three")
                        .replace("rearm: 5m", "rearn: 5m")
                        .replace("event.type == 'tool_invocation'", "evnt.type == 'tool_invocation'"));
        write(
                "deeper/c-two.yml",
                PatternText.with("within: params.window", "within: 0s") + "---\n"
                        + PatternText.with("id: stuck-call", "id: another"));
        write("d-again.yaml", PatternText.with("id: stuck-call", "id: good"));
        write(".hidden/e.yaml", "not: read");
        write("notes.txt", "not read");

        Reading reading = DefinitionReader.read(List.of(directory, directory.resolve("missing.yaml")));

        assertThat(reading.definitions()).extracting(Definition::id).containsExactly("good", "another");
        assertThat(PatternText.rendered(reading).replace(directory + "/", "")).isEqualTo("""
                        b-bad.yaml:2:10: error: version is 'three'; it must be a whole number from 1 to 1000000
                            version: three
                                     ^
                        b-bad.yaml:15:12: error: undeclared name 'evnt'; did you mean 'event'?
                                where: evnt.type == 'tool_invocation'
                                       ^
                        b-bad.yaml:20:1: error: unknown key 'rearn'; did you mean 'rearm'?
                            rearn: 5m
                            ^
                        d-again.yaml:1:5: error: id 'good' is already used in a-good.yaml:1
                            id: good
                                ^
                        deeper/c-two.yml:1:5: error: id 'stuck-call' is already used in b-bad.yaml:1
                            id: stuck-call
                                ^
                        deeper/c-two.yml:19:9: error: within is 0s; it must be longer
                            within: 0s
                                    ^
                        missing.yaml:1:1: error: there is no such file""");
    }

    @Test
    void aSyntaxErrorInOneDocumentDoesNotHideTheOthers() {
        Reading reading = DefinitionReader.read("two.yaml", "a: [\n---\n" + PatternText.SOUND + "---\nb: }\n");

        assertThat(reading.definitions()).extracting(Definition::id).containsExactly("stuck-call");
        assertThat(reading.problems()).extracting(Problem::line).containsExactly(2, 30);
    }

    @Test
    void filesWithoutADefinitionAreRefused() throws IOException {
        write("empty/none.txt", "");
        assertThat(PatternText.refusal("")).isEqualTo("stuck-call.yaml:1:1: error: the file holds no definition");
        assertThat(PatternText.refusal("# only\n---\n# comments\n"))
                .isEqualTo("stuck-call.yaml:1:1: error: the file holds no definition\n    # only\n    ^");
        assertThat(PatternText.refusal("- a\n- b\n")).isEqualTo("""
                        stuck-call.yaml:1:1: error: the document is a list; it must be a mapping with the keys id,\
                         version, title, why, action, severity, sequence and message
                            - a
                            ^""");
        assertThat(PatternText.refusal("just words"))
                .startsWith("stuck-call.yaml:1:1: error: the document is 'just words'; it must be a mapping");
        assertThat(DefinitionReader.read(List.of(directory.resolve("empty"))).problems())
                .extracting(Problem::message)
                .containsExactly("the directory holds no *.yaml file");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Files.write(directory.resolve("latin.yaml"), "id: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(directory.resolve("large.yaml"), new byte[DefinitionReader.MAX_BYTES + 1]);

        assertThat(PatternText.rendered(DefinitionReader.read(List.of(directory)))
                        .replace(directory + "/", ""))
                .isEqualTo("""
                        large.yaml:1:1: error: 1,048,577 bytes are too many; the most is 1,048,576
                        latin.yaml:1:8: error: byte 0xE9 is not UTF-8; save the file as UTF-8""");
    }

    @Test
    void aFileOfTenThousandLinesIsReadWithItsPlaces() {
        var file = new StringBuilder();
        for (int number = 0; number < 400; number++) {
            file.append("---\n").append(PatternText.with("id: stuck-call", "id: call-" + number));
        }
        file.append("---\n").append(PatternText.with("version: 3", "version: 0"));
        long lines = file.chars().filter(character -> character == '\n').count();
        assertThat(lines).isGreaterThan(10_000);

        Reading reading = DefinitionReader.read("many.yaml", file.toString());

        assertThat(reading.definitions()).hasSize(400);
        assertThat(reading.problems()).extracting(Problem::line).containsExactly(400 * 27 + 3);
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
