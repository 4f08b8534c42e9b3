package dev.ripcord.condition;

import dev.ripcord.fact.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles for tests, and says so where a text that should compile does not. */
final class Clauses {
    static final ConditionScope NOTHING = new ConditionScope(Map.of(), Set.of());

    private Clauses() {}

    static Condition condition(String text, ConditionScope scope) {
        return done(text, ConditionCompiler.condition(text, scope));
    }

    static Condition condition(String text) {
        return condition(text, NOTHING);
    }

    static boolean holds(String text, GivenStep step) {
        return condition(text).holds(step.step(), MatchedSteps.NONE, Parameters.NONE);
    }

    static Text message(String text, ConditionScope scope) {
        return done(text, ConditionCompiler.message(text, scope));
    }

    /** @return {@code line:column message} for each error */
    static List<String> errors(Compiled<?> compiled) {
        return compiled instanceof Compiled.Refused<?> refused
                ? refused.errors().stream()
                        .map(error -> error.line() + ":" + error.column() + " " + error.message())
                        .toList()
                : List.of();
    }

    static MatchedSteps matched(Map<String, Step> steps) {
        return element -> Optional.ofNullable(steps.get(element));
    }

    private static <T> T done(String text, Compiled<T> compiled) {
        if (compiled instanceof Compiled.Done<T> done) {
            return done.value();
        }
        throw new AssertionError(text + " was refused: " + errors(compiled));
    }
}
