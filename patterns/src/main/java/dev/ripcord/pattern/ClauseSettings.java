package dev.ripcord.pattern;

import dev.ripcord.condition.Compiled;
import dev.ripcord.condition.Condition;
import dev.ripcord.condition.ConditionCompiler;
import dev.ripcord.condition.ConditionScope;
import dev.ripcord.condition.Contradiction;
import dev.ripcord.condition.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds values of parameters with which a definition can never match, because a clause that a match needs holds for no
 * step. An {@code until}, what must not be seen and what is optional may be turned off by such a value.
 */
final class ClauseSettings {
    private static final String READS_PARAMETERS = "params";

    /** By what to call it. */
    private final Map<String, Condition> needed = new LinkedHashMap<>();

    ClauseSettings(Definition definition) {
        ConditionScope scope = ClauseScope.of(definition);
        definition.sees().ifPresent(text -> add("sees", text, scope));
        definition.sequence().forEach(element -> addNeeded(element, scope));
    }

    /** A match does without what is optional, and without all that is in an optional group. */
    private void addNeeded(Element element, ConditionScope scope) {
        if (element.negated() || element.optional()) {
            return;
        }
        element.where().ifPresent(text -> add("element " + element.name() + ": where", text, scope));
        element.group().forEach(inner -> addNeeded(inner, scope));
    }

    private void add(String what, String text, ConditionScope scope) {
        boolean mayDepend = text.contains(READS_PARAMETERS);
        if (mayDepend && ConditionCompiler.condition(text, scope) instanceof Compiled.Done<Condition> done) {
            needed.put(what, done.value());
        }
    }

    /** @return {@code element stuck: where can never hold with times 80: ...} */
    List<String> problems(Parameters setting) {
        return problems(setting, contradiction -> true);
    }

    /** @return the same for those whom an override names: to ask for more than a fact can be is to leave them alone */
    List<String> problemsOfSome(Parameters setting) {
        return problems(setting, contradiction -> !contradiction.isBeyondReach());
    }

    private List<String> problems(Parameters setting, Predicate<Contradiction> counts) {
        return needed.entrySet().stream()
                .flatMap(clause -> clause
                        .getValue()
                        .contradiction(setting)
                        .filter(counts)
                        .map(found -> clause.getKey() + " " + found.error().message())
                        .stream())
                .toList();
    }
}
