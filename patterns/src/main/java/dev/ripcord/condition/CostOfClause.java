package dev.ripcord.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.Set;

/** Finds what a clause costs: the dearest of its parts. */
final class CostOfClause {
    private static final Set<String> COMPARING = Set.of(
            Operators.AND,
            Operators.OR,
            Operators.NOT,
            Operators.EQUAL,
            Operators.NOT_EQUAL,
            Operators.LESS,
            Operators.AT_MOST,
            Operators.MORE,
            Operators.AT_LEAST,
            Operators.IN);

    private CostOfClause() {}

    static Cost of(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(node -> of(node.expr()))
                .reduce(Cost.CHEAP, Cost::or);
    }

    private static Cost of(CelExpr part) {
        return switch (part.getKind()) {
            case SELECT -> part.select().field().equals(StepNames.PAYLOAD) ? Cost.COSTLY : Cost.CHEAP;
            case CALL ->
                COMPARING.contains(part.call().function()) || Constants.isConstant(part) ? Cost.CHEAP : Cost.MODERATE;
            case COMPREHENSION -> Cost.MODERATE;
            default -> Cost.CHEAP;
        };
    }
}
