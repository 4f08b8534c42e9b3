package dev.ripcord.condition;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the parameters that an expression reads. */
final class ParameterNames {
    private ParameterNames() {}

    static SortedSet<String> in(CelExpr expression) {
        return CelNavigableExpr.fromExpr(expression)
                .allNodes()
                .map(CelNavigableExpr::expr)
                .flatMap(part -> alone(part).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return the parameter, where the expression is nothing else */
    static Optional<String> alone(CelExpr expression) {
        boolean isParameter = expression.getKind() == Kind.SELECT
                && isParameters(expression.select().operand());
        return isParameter ? Optional.of(expression.select().field()) : Optional.empty();
    }

    /** @return whether the expression reads parameters and constants, and nothing of a step */
    static boolean isAllIn(CelExpr expression) {
        return CelNavigableExpr.fromExpr(expression)
                .allNodes()
                .map(CelNavigableExpr::expr)
                .noneMatch(part ->
                        part.getKind() == Kind.COMPREHENSION || part.getKind() == Kind.IDENT && !isParameters(part));
    }

    private static boolean isParameters(CelExpr expression) {
        return expression.getKind() == Kind.IDENT && expression.ident().name().equals(Names.PARAMETERS);
    }
}
