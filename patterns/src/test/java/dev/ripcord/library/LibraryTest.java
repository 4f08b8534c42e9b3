package dev.ripcord.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.detection.CaseResult;
import dev.ripcord.detection.CaseRunner;
import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Case;
import dev.ripcord.pattern.CasesReader;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Expectation;
import dev.ripcord.pattern.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped patterns keep what their cases say. */
class LibraryTest {
    private static final Path LIBRARY = Path.of("library");
    private static final Reading READING = DefinitionReader.read(List.of(LIBRARY));

    record Trial(Definition definition, Case tried) {
        @Override
        public String toString() {
            return definition.id() + ": " + tried.name();
        }
    }

    static Stream<Trial> trials() {
        return READING.definitions().stream()
                .flatMap(definition ->
                        CasesReader.read(LIBRARY.resolve(definition.id() + ".cases.jsonl")).cases().stream()
                                .map(tried -> new Trial(definition, tried)));
    }

    static Stream<Definition> definitions() {
        return READING.definitions().stream();
    }

    /** Those whose mistakes cost more than a look. */
    static Stream<Definition> stoppingDefinitions() {
        return definitions().filter(definition -> definition.action().compareTo(Action.PAUSE) >= 0);
    }

    @Test
    void everyFileIsRead() {
        assertThat(READING.problems()).isEmpty();
        assertThat(READING.definitions()).hasSizeGreaterThanOrEqualTo(23);
    }

    @ParameterizedTest
    @MethodSource("trials")
    void eachCaseIsKept(Trial trial) {
        CaseResult result = new CaseRunner(trial.definition(), DetectionLimits.DEFAULT).run(trial.tried());

        assertThat(result.passed()).as(result.explanation()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void eachPatternHasCasesThatFireAndNearMisses(Definition definition) {
        var cases = CasesReader.read(LIBRARY.resolve(definition.id() + ".cases.jsonl"));

        assertThat(cases.problems()).isEmpty();
        assertThat(cases.cases()).extracting(Case::expectation).contains(Expectation.FIRES, Expectation.QUIET);
    }

    @ParameterizedTest
    @MethodSource("stoppingDefinitions")
    void noCaseOfAnotherPatternsNearMissesStopsAnybody(Definition definition) {
        CaseRunner runner = new CaseRunner(definition, DetectionLimits.DEFAULT);

        assertThat(trials().filter(trial -> trial.tried().expectation() == Expectation.QUIET)
                        .filter(trial -> !trial.definition().id().equals(definition.id()))
                        .filter(trial -> trial.tried().parameters().isEmpty())
                        .filter(trial -> runner.run(trial.tried()).firedAt().isPresent()))
                .isEmpty();
    }
}
