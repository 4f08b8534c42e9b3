package dev.ripcord.jobs;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.ripcord.architecture.Rules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PRODUCTION = Rules.production("dev.ripcord.jobs");

    @Test
    void jobsJudgeThroughDetectionAndReadNoPatternLanguageThemselves() {
        CompositeArchRule.of(Rules.CEL_IN_CONDITION_ALONE)
                .and(Rules.YAML_AND_SCHEMAS_IN_SOURCE_ALONE)
                .check(PRODUCTION);
    }

    @Test
    void stockFlinkCepRunsInNoJob() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.flink.cep..")
                .check(PRODUCTION);
    }

    @Test
    void onlyTheEdgesKnowKafka() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("dev.ripcord.jobs.kafka..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.apache.flink.connector.kafka..")
                .check(PRODUCTION);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        Rules.noCyclesIn("dev.ripcord.jobs").check(PRODUCTION);
    }

    @Test
    void onlyOneClassAsksForTheTimeAndEverythingIsNamedForWhatItHolds() {
        CompositeArchRule.of(Rules.TIME_FROM_ONE_CLOCK)
                .and(Rules.NAMED_FOR_WHAT_THEY_HOLD)
                .check(PRODUCTION);
    }
}
