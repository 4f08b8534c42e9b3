package dev.ripcord.console;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.ripcord.architecture.Rules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PRODUCTION = Rules.production("dev.ripcord.console");

    @Test
    void theServerKnowsNoFlinkAndReadsNoPatternLanguageItself() {
        CompositeArchRule.of(Rules.NO_FLINK)
                .and(Rules.CEL_IN_CONDITION_ALONE)
                .and(Rules.YAML_AND_SCHEMAS_IN_SOURCE_ALONE)
                .check(PRODUCTION);
    }

    @Test
    void nothingThatIsServedFromNeedsTheServer() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages("dev.ripcord.console.api..", "dev.ripcord.console")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "dev.ripcord.console.api..")
                .check(PRODUCTION);
    }

    @Test
    void noPackageUsesOneThatUsesItInTurn() {
        Rules.noCyclesIn("dev.ripcord.console").check(PRODUCTION);
    }

    @Test
    void onlyOneClassAsksForTheTimeAndEverythingIsNamedForWhatItHolds() {
        CompositeArchRule.of(Rules.TIME_FROM_ONE_CLOCK)
                .and(Rules.NAMED_FOR_WHAT_THEY_HOLD)
                .check(PRODUCTION);
    }
}
