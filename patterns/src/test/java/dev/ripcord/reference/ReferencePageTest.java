package dev.ripcord.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.condition.Compiled;
import dev.ripcord.condition.ConditionCompiler;
import dev.ripcord.condition.ConditionScope;
import dev.ripcord.condition.ParameterType;
import dev.ripcord.condition.ReadableNames;
import dev.ripcord.detection.CaseResult;
import dev.ripcord.detection.CaseRunner;
import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.PatternBook;
import dev.ripcord.pattern.Case;
import dev.ripcord.pattern.CasesReader;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Reading;
import dev.ripcord.pattern.ToolProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page is what schema and code say, and each of its examples is what it says. */
class ReferencePageTest {
    private static final ConditionScope SCOPE =
            new ConditionScope(Map.of("times", ParameterType.INT, "mode", ParameterType.STRING), Set.of("first"));

    /** An example, and a line of cases that stands right after it. */
    record Example(Definition definition, Case tried) {
        @Override
        public String toString() {
            return definition.id() + ": " + tried.name();
        }
    }

    @Test
    void thePageIsWrittenAnewWhereSchemaOrCodeHaveChanged() throws IOException {
        assertThat(Files.readString(ReferencePage.PAGE))
                .as("run dev.ripcord.reference.ReferencePage in the directory of the module patterns")
                .isEqualTo(ReferencePage.text());
    }

    static Stream<String> conditions() throws IOException {
        return blocks("cel").flatMap(String::lines).filter(line -> !line.isBlank());
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void eachConditionOfThePageCompiles(String condition) {
        assertThat(ConditionCompiler.condition(condition, SCOPE)).isInstanceOf(Compiled.Done.class);
    }

    static Stream<Definition> definitions() throws IOException {
        return Document.definitions(documents()).stream();
    }

    private static List<Document> documents() throws IOException {
        Reading reading = DefinitionReader.read("pattern-reference.md", String.join("---\n", yaml()));
        assertThat(reading.problems()).isEmpty();
        return reading.documents();
    }

    @Test
    void whatThePageSaysOfToolsCanBeActivated() throws IOException {
        List<ToolProfile> tools = Document.toolProfiles(documents());

        assertThat(tools).hasSize(1);
        assertThat(PatternBook.enforcing(tools).active()).isZero();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void eachPatternOfThePageCanBeActivated(Definition definition) {
        assertThat(PatternBook.enforcing(List.of(definition)).active()).isEqualTo(1);
    }

    static Stream<Example> examples() throws IOException {
        List<Definition> definitions = definitions().toList();
        return blocks("json")
                .flatMap(block -> CasesReader.read("pattern-reference.md", block).cases().stream())
                .map(tried -> new Example(
                        definitions.stream()
                                .filter(definition -> tried.name().startsWith(definition.id() + ":"))
                                .findFirst()
                                .orElseThrow(),
                        tried));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachPatternOfThePageDoesWhatItsCasesSay(Example example) {
        CaseResult result = new CaseRunner(example.definition(), DetectionLimits.DEFAULT).run(example.tried());

        assertThat(result.passed()).as(result.explanation()).isTrue();
    }

    @Test
    void everyWordOfAnEventAndEveryFunctionIsExplained() throws IOException {
        String page = ReferencePage.text();

        assertThat(ReadableNames.eventWords())
                .allSatisfy(word -> assertThat(page).contains("| `event." + word + "` |"));
        assertThat(ReadableNames.functions())
                .allSatisfy(name -> assertThat(page).containsPattern("\\b" + name + "\\("));
    }

    private static List<String> yaml() throws IOException {
        return blocks("yaml").toList();
    }

    private static Stream<String> blocks(String language) throws IOException {
        Pattern block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL);
        return block.matcher(ReferencePage.text()).results().map(found -> found.group(1));
    }
}
