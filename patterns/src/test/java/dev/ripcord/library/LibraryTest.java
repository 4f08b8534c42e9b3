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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped patterns keep what their cases say. */
class LibraryTest {
    private static final Path LIBRARY = Path.of("library");
    private static final Path PROFILES = Path.of("profiles");
    private static final Reading READING = DefinitionReader.read(List.of(LIBRARY, PROFILES));

    /** They only tell people, of spending and of bare rows that other patterns rightly leave alone. */
    private static final Set<String> WARN_MORE_WIDELY = Set.of("burn-rate", "same-call-in-a-row");

    record Trial(Definition definition, Case tried) {
        @Override
        public String toString() {
            return definition.id() + ": " + tried.name();
        }
    }

    static Stream<Trial> trials() {
        return definitions().flatMap(LibraryTest::trials);
    }

    private static Stream<Trial> trials(Definition definition) {
        return cases(definition).cases().stream().map(tried -> new Trial(definition, tried));
    }

    static Stream<Definition> definitions() {
        return READING.definitions().stream();
    }

    static Stream<Definition> library() {
        return definitions().filter(definition -> Files.exists(LIBRARY.resolve(definition.id() + ".yaml")));
    }

    private static CasesReader.Cases cases(Definition definition) {
        String file = definition.id() + ".cases.jsonl";
        return CasesReader.read(Stream.of(LIBRARY, PROFILES)
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void everyFileIsRead() {
        assertThat(READING.problems()).isEmpty();
        assertThat(library()).hasSizeGreaterThanOrEqualTo(26);
        assertThat(definitions()).hasSizeGreaterThanOrEqualTo(36);
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
        var cases = cases(definition);

        assertThat(cases.problems()).isEmpty();
        assertThat(cases.cases()).extracting(Case::expectation).contains(Expectation.FIRES, Expectation.QUIET);
    }

    @ParameterizedTest
    @MethodSource("library")
    void noCaseOfAnotherPatternsNearMissesFires(Definition definition) {
        if (WARN_MORE_WIDELY.contains(definition.id())) {
            assertThat(definition.action()).isEqualTo(Action.WARN);
            return;
        }
        CaseRunner runner = new CaseRunner(definition, DetectionLimits.DEFAULT);

        assertThat(library()
                        .filter(other -> !other.id().equals(definition.id()))
                        .flatMap(LibraryTest::trials)
                        .filter(trial -> trial.tried().expectation() == Expectation.QUIET)
                        .filter(trial -> trial.tried().parameters().isEmpty())
                        .filter(trial -> runner.run(trial.tried()).firedAt().isPresent()))
                .isEmpty();
    }
}
