package dev.ripcord.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of the architecture, for the tests of every module: each applies those that concern it to its own
 * classes.
 */
public final class Rules {
    public static final ArchRule NO_KAFKA = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because("what an event is and how a session is judged is the same in a test, a backtest and on a cluster")
            .allowEmptyShould(true);

    public static final ArchRule NO_FLINK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..")
            .because("only jobs run on Flink")
            .allowEmptyShould(true);

    public static final ArchRule FLINK_IN_DETECTION_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ripcord.detection..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..")
            .because("the compiler and the states of flink-cep are an inside of detection")
            .allowEmptyShould(true);

    public static final ArchRule NO_FLINK_RUNTIME = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.flink.runtime..", "org.apache.flink.streaming..", "org.apache.flink.connector..")
            .because("judging needs no running Flink: the command and the console do it too")
            .allowEmptyShould(true);

    public static final ArchRule CEL_IN_CONDITION_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ripcord.condition..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.cel..")
            .because("nobody else needs to know what clauses are written in")
            .allowEmptyShould(true);

    public static final ArchRule YAML_AND_SCHEMAS_IN_SOURCE_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ripcord.source..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.networknt..",
                    "com.fasterxml.jackson.dataformat.yaml..",
                    "org.yaml.snakeyaml..",
                    "org.snakeyaml..")
            .because("reading pattern files, with every error at its place, is done once")
            .allowEmptyShould(true);

    public static final ArchRule TIME_FROM_ONE_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.ripcord.time.WallClock")
            .should()
            .accessTargetWhere(new AsksForTheTime())
            .because("judging must give the same on every replay: ask dev.ripcord.time.WallClock, and say why")
            .allowEmptyShould(true);

    public static final ArchRule NAMED_FOR_WHAT_THEY_HOLD =
            classes().should(new BeNamedForWhatTheyHold()).allowEmptyShould(true);

    private Rules() {}

    /** @return what is delivered, without tests; from class folders and jars alike */
    public static JavaClasses production(String... packages) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(packages);
    }

    /** No package of the root uses one that uses it in turn. */
    public static ArchRule noCyclesIn(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    /** Each package uses none that comes after it. */
    public static ArchRule order(String root, List<String> packages) {
        List<ArchRule> lines = new ArrayList<>();
        for (int index = 0; index < packages.size() - 1; index++) {
            String[] after = packages.subList(index + 1, packages.size()).stream()
                    .map(name -> root + "." + name + "..")
                    .toArray(String[]::new);
            lines.add(noClasses()
                    .that()
                    .resideInAPackage(root + "." + packages.get(index) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(after)
                    .because("packages stand in the order " + packages)
                    .allowEmptyShould(true));
        }
        return CompositeArchRule.of(lines).allowEmptyShould(true);
    }
}
