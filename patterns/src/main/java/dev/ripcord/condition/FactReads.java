package dev.ripcord.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.navigation.CelNavigableAst;
import dev.ripcord.condition.Namespace.Field;
import dev.ripcord.fact.Fact;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the facts that a clause names, of its own step or of an earlier one. */
final class FactReads {
    private FactReads() {}

    static Set<Fact> of(CelAbstractSyntaxTree tree, Names names) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(node -> names.field(node.expr()).flatMap(Field::fact))
                .flatMap(Optional::stream)
                .map(FactOfStep::fact)
                .collect(Collectors.toUnmodifiableSet());
    }
}
