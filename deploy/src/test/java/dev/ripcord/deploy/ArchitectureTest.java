package dev.ripcord.deploy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.CompositeArchRule;
import dev.ripcord.architecture.Rules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PRODUCTION = Rules.production("dev.ripcord.deploy");

    @Test
    void theCommandJudgesThroughDetectionAndReadsNoPatternLanguageItself() {
        CompositeArchRule.of(Rules.CEL_IN_CONDITION_ALONE)
                .and(Rules.YAML_AND_SCHEMAS_IN_SOURCE_ALONE)
                .check(PRODUCTION);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        Rules.noCyclesIn("dev.ripcord.deploy").check(PRODUCTION);
    }

    @Test
    void onlyOneClassAsksForTheTimeAndEverythingIsNamedForWhatItHolds() {
        CompositeArchRule.of(Rules.TIME_FROM_ONE_CLOCK)
                .and(Rules.NAMED_FOR_WHAT_THEY_HOLD)
                .check(PRODUCTION);
    }
}
