package dev.ripcord.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FactGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds clauses that no step can satisfy: comparisons of one value that exclude each other or ask for more than it can
 * be, and facts that steps of the types which the clause asks for do not have. Only what is joined by {@code &&} at the
 * top is looked at.
 */
final class Contradictions {
    private final CelAbstractSyntaxTree tree;
    private final ClauseText text;
    private final Names names;
    private final Constants constants;
    private final List<CelExpr> parts = new ArrayList<>();

    Contradictions(CelAbstractSyntaxTree tree, ClauseText text, Names names) {
        this.tree = tree;
        this.text = text;
        this.names = names;
        this.constants = new Constants(tree);
        split(tree.getExpr());
    }

    /**
     * @param needs facts of the step without which the clause cannot hold
     * @return why the clause cannot hold, whatever its parameters
     */
    Optional<ConditionError> always(Optional<Set<String>> eventTypes, Set<Fact> needs) {
        return eventTypes
                .flatMap(types -> unknownOn(types, needs))
                .or(() -> excluded(parts, new Demands(names, constants::value), Parameters.NONE)
                        .map(Contradiction::error));
    }

    /**
     * @param setting what the names read just now as parameters
     * @return why the clause cannot hold with them
     */
    Optional<Contradiction> with(Parameters setting) {
        // What is always asked comes first, so that it is a parameter that is found to be in its way.
        List<CelExpr> parametersLast = parts.stream()
                .sorted(Comparator.comparing(part -> !ParameterNames.in(part).isEmpty()))
                .toList();
        return excluded(parametersLast, new Demands(names, part -> constants.value(part, names)), setting);
    }

    private Optional<Contradiction> excluded(List<CelExpr> asked, Demands demands, Parameters setting) {
        for (CelExpr part : asked) {
            Optional<Exclusion> exclusion = demands.excluded(part);
            if (exclusion.isPresent()) {
                ConditionError error =
                        text.error(text.start(part), exclusion.get().words(setting));
                return Optional.of(new Contradiction(error, exclusion.get().isBeyondReach()));
            }
        }
        return Optional.empty();
    }

    private Optional<ConditionError> unknownOn(Set<String> types, Set<Fact> needs) {
        for (Fact fact : needs.stream().sorted().toList()) {
            Set<String> known = FactGroup.of(fact).eventTypes();
            if (!known.isEmpty() && types.stream().noneMatch(known::contains)) {
                return Optional.of(text.error(
                        text.start(tree.getExpr()),
                        "can never hold: " + fact.factName() + " is known on "
                                + String.join(" and ", new TreeSet<>(known)) + " only, and event.type is to be "
                                + String.join(" or ", new TreeSet<>(types))));
            }
        }
        return Optional.empty();
    }

    private void split(CelExpr expression) {
        if (Operators.isCall(expression, Operators.AND)) {
            split(Operators.argument(expression, 0));
            split(Operators.argument(expression, 1));
        } else {
            parts.add(expression);
        }
    }
}
