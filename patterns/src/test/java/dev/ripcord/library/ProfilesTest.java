package dev.ripcord.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.detection.CaseResult;
import dev.ripcord.detection.CaseRunner;
import dev.ripcord.detection.DetectionLimits;
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

/** The rules of other detectors, stated as patterns, keep what their cases say. */
class ProfilesTest {
    private static final Path PROFILES = Path.of("profiles");
    private static final Reading READING = DefinitionReader.read(List.of(PROFILES));

    record Trial(Definition definition, Case tried) {
        @Override
        public String toString() {
            return definition.id() + ": " + tried.name();
        }
    }

    static Stream<Trial> trials() {
        return definitions()
                .flatMap(definition -> cases(definition).cases().stream().map(tried -> new Trial(definition, tried)));
    }

    static Stream<Definition> definitions() {
        return READING.definitions().stream();
    }

    private static CasesReader.Cases cases(Definition definition) {
        return CasesReader.read(PROFILES.resolve(definition.id() + ".cases.jsonl"));
    }

    @Test
    void everyFileIsRead() {
        assertThat(READING.problems()).isEmpty();
        assertThat(READING.definitions()).hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("trials")
    void eachCaseIsKept(Trial trial) {
        CaseResult result = new CaseRunner(trial.definition(), DetectionLimits.DEFAULT).run(trial.tried());

        assertThat(result.passed()).as(result.explanation()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void eachRuleHasCasesThatFireAndNearMisses(Definition definition) {
        var cases = cases(definition);

        assertThat(cases.problems()).isEmpty();
        assertThat(cases.cases()).extracting(Case::expectation).contains(Expectation.FIRES, Expectation.QUIET);
    }
}
