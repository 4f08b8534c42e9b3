package dev.ripcord.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** A name that fits everything says nothing: no package and no class is called a helper, or ends so. */
final class BeNamedForWhatTheyHold extends ArchCondition<JavaClass> {
    private static final Set<String> EMPTY_WORDS =
            Set.of("util", "utils", "common", "commons", "helper", "helpers", "manager", "managers", "misc");

    BeNamedForWhatTheyHold() {
        super("be named for what they hold, not "
                + EMPTY_WORDS.stream().sorted().toList());
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
        boolean emptyPackage =
                Arrays.stream(javaClass.getPackageName().split("\\.")).anyMatch(EMPTY_WORDS::contains);
        boolean emptyClass = EMPTY_WORDS.contains(lastWord(javaClass.getSimpleName()));
        if (emptyPackage || emptyClass) {
            events.add(
                    SimpleConditionEvent.violated(javaClass, javaClass.getName() + " is not named for what it holds"));
        }
    }

    /** The last part that starts with a capital: {@code utils} of {@code JsonUtils}. */
    private static String lastWord(String camelCase) {
        String[] words = camelCase.split("(?=\\p{Upper})");
        return words[words.length - 1].toLowerCase(Locale.ROOT);
    }
}
