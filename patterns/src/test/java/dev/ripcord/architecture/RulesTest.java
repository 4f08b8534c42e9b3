package dev.ripcord.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule that nothing can break holds nothing: each is shown code that does. */
class RulesTest {
    private static final String SLOPPY = "dev.ripcord.architecture.sloppy";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(SLOPPY);

    @Test
    void everyWayToAskForTheTimeIsSeen() {
        assertThat(violations(Rules.TIME_FROM_ONE_CLOCK))
                .hasSize(8)
                .allMatch(line -> line.contains("everyWayToAskForTheTime"))
                .anyMatch(line -> line.contains("references method <java.lang.System.currentTimeMillis()>"))
                .anyMatch(line -> line.contains("calls constructor <java.util.Date.<init>()>"));
    }

    @Test
    void anEmptyNameIsSeen() {
        assertThat(violations(Rules.NAMED_FOR_WHAT_THEY_HOLD))
                .containsExactly(SLOPPY + ".TimeUtils is not named for what it holds");
    }

    @Test
    void aCycleAndADisorderAreSeen() {
        assertThat(violations(Rules.noCyclesIn(SLOPPY))).hasSize(1);
        assertThat(violations(Rules.order(SLOPPY, List.of("early", "late")))).isNotEmpty();
        assertThat(violations(Rules.order(SLOPPY, List.of("late", "early")))).isNotEmpty();
        assertThat(violations(Rules.order(SLOPPY, List.of("late", "elsewhere"))))
                .isEmpty();
    }

    @Test
    void whatBelongsToOnePackageIsSeenElsewhere() {
        assertThat(violations(Rules.CEL_IN_CONDITION_ALONE)).hasSize(1);
        assertThat(violations(Rules.YAML_AND_SCHEMAS_IN_SOURCE_ALONE)).hasSize(1);
        assertThat(violations(Rules.FLINK_IN_DETECTION_ALONE)).hasSize(2);
        assertThat(violations(Rules.NO_FLINK)).hasSize(2);
        assertThat(violations(Rules.NO_FLINK_RUNTIME)).hasSize(1);
    }

    @Test
    void rulesOnCodeThatIsNotWrittenYetHold() {
        JavaClasses none = new ClassFileImporter().importPackages("dev.ripcord.nothing");
        assertThat(List.of(
                        Rules.NO_KAFKA,
                        Rules.TIME_FROM_ONE_CLOCK,
                        Rules.NAMED_FOR_WHAT_THEY_HOLD,
                        Rules.noCyclesIn("dev.ripcord.nothing"),
                        Rules.order("dev.ripcord.nothing", List.of("a", "b"))))
                .noneMatch(rule -> rule.evaluate(none).hasViolation());
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(CLASSES).getFailureReport().getDetails();
    }
}
