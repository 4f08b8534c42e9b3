package dev.ripcord.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    /** A package uses those before it, never those after it. */
    private static final List<String> ORDER = List.of(
            "time",
            "json",
            "source",
            "topic",
            "archive",
            "halt",
            "event",
            "fact",
            "condition",
            "pattern",
            "signal",
            "detection",
            "decision");

    private static final JavaClasses PRODUCTION = Rules.production("dev.ripcord");

    @Test
    void judgingKnowsNoKafkaAndNoRunningFlink() {
        CompositeArchRule.of(Rules.NO_KAFKA)
                .and(Rules.NO_FLINK_RUNTIME)
                .and(Rules.FLINK_IN_DETECTION_ALONE)
                .check(PRODUCTION);
    }

    @Test
    void eachLanguageIsReadInOnePlace() {
        CompositeArchRule.of(Rules.CEL_IN_CONDITION_ALONE)
                .and(Rules.YAML_AND_SCHEMAS_IN_SOURCE_ALONE)
                .check(PRODUCTION);
    }

    @Test
    void onlyOneClassAsksForTheTime() {
        Rules.TIME_FROM_ONE_CLOCK.check(PRODUCTION);
    }

    @Test
    void packagesStandInOneOrderWithoutCycles() {
        Rules.order("dev.ripcord", ORDER).check(PRODUCTION);
        Rules.noCyclesIn("dev.ripcord").check(PRODUCTION);
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        assertThat(PRODUCTION)
                .isNotEmpty()
                .extracting(JavaClass::getPackageName)
                .allSatisfy(name -> assertThat(ORDER).contains(name.split("\\.")[2]));
    }

    @Test
    void everythingIsNamedForWhatItHolds() {
        Rules.NAMED_FOR_WHAT_THEY_HOLD.check(PRODUCTION);
    }
}
