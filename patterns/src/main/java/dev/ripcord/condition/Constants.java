package dev.ripcord.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Optional;

/** Evaluates the parts of a clause that read nothing, once and for all. */
final class Constants {
    private final CelAbstractSyntaxTree tree;

    Constants(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    static boolean isConstant(CelExpr expression) {
        return CelNavigableExpr.fromExpr(expression)
                .allNodes()
                .noneMatch(node -> node.getKind() == Kind.IDENT || node.getKind() == Kind.COMPREHENSION);
    }

    /** @return the value, or empty where the expression reads something or fails */
    Optional<Object> value(CelExpr expression) {
        try {
            return isConstant(expression) ? Optional.of(evaluate(expression)) : Optional.empty();
        } catch (CelEvaluationException fails) {
            return Optional.empty();
        }
    }

    /** @return the value with the parameters of the moment; empty where the expression reads anything else or fails */
    Optional<Object> value(CelExpr expression, Names given) {
        try {
            return ParameterNames.isAllIn(expression)
                    ? Optional.of(program(expression).eval(given))
                    : Optional.empty();
        } catch (CelEvaluationException fails) {
            return Optional.empty();
        }
    }

    Object evaluate(CelExpr constant) throws CelEvaluationException {
        return program(constant).eval();
    }

    private CelRuntime.Program program(CelExpr expression) {
        return CelEnvironment.program(CelAbstractSyntaxTree.newCheckedAst(
                expression, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap()));
    }

    /** @return what the expression always is, as far as its constant parts alone decide it */
    Optional<Boolean> truth(CelExpr expression) {
        if (Operators.isCall(expression, Operators.AND)) {
            return decided(expression, false);
        }
        if (Operators.isCall(expression, Operators.OR)) {
            return decided(expression, true);
        }
        if (Operators.isCall(expression, Operators.NOT)) {
            return truth(Operators.argument(expression, 0)).map(truth -> !truth);
        }
        return value(expression).filter(Boolean.class::isInstance).map(Boolean.class::cast);
    }

    /** @param decisive the value of one side that settles both: false for and, true for or */
    private Optional<Boolean> decided(CelExpr expression, boolean decisive) {
        Optional<Boolean> left = truth(Operators.argument(expression, 0));
        Optional<Boolean> right = truth(Operators.argument(expression, 1));
        if (left.equals(Optional.of(decisive)) || right.equals(Optional.of(decisive))) {
            return Optional.of(decisive);
        }
        return left.isPresent() && right.isPresent() ? Optional.of(!decisive) : Optional.empty();
    }
}
