package dev.ripcord.condition;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.ripcord.fact.Fact;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds which facts of its own step a clause cannot hold without: where one is absent, the clause need not be asked.
 * What is read where the other side of an {@code ||} may settle it, is not among them.
 */
final class FactBound {
    private final Names names;

    FactBound(Names names) {
        this.names = names;
    }

    /** @return facts that are all there wherever the expression is true */
    Set<Fact> whereTrue(CelExpr expression) {
        if (Operators.isCall(expression, Operators.AND)) {
            return both(whereTrue(argument(expression, 0)), whereTrue(argument(expression, 1)));
        }
        if (Operators.isCall(expression, Operators.OR)) {
            return common(whereTrue(argument(expression, 0)), whereTrue(argument(expression, 1)));
        }
        if (Operators.isCall(expression, Operators.NOT)) {
            return whereFalse(argument(expression, 0));
        }
        return expression.getKind() == Kind.SELECT ? own(expression) : compared(expression);
    }

    private Set<Fact> whereFalse(CelExpr expression) {
        if (Operators.isCall(expression, Operators.AND)) {
            return common(whereFalse(argument(expression, 0)), whereFalse(argument(expression, 1)));
        }
        if (Operators.isCall(expression, Operators.OR)) {
            return both(whereFalse(argument(expression, 0)), whereFalse(argument(expression, 1)));
        }
        if (Operators.isCall(expression, Operators.NOT)) {
            return whereTrue(argument(expression, 0));
        }
        if (expression.getKind() == Kind.SELECT) {
            return expression.select().testOnly() ? Set.of() : own(expression);
        }
        return compared(expression);
    }

    /** A comparison with something absent is an error, and so neither true nor false. */
    private Set<Fact> compared(CelExpr expression) {
        if (expression.getKind() != Kind.CALL
                || Relation.of(expression.call().function()).isEmpty()) {
            return Set.of();
        }
        return both(operand(argument(expression, 0)), operand(argument(expression, 1)));
    }

    private Set<Fact> operand(CelExpr expression) {
        boolean isName =
                expression.getKind() == Kind.SELECT && !expression.select().testOnly();
        return isName ? own(expression) : Set.of();
    }

    /** @return the fact that is written as {@code group.name}: one of an earlier step has a name before that */
    private Set<Fact> own(CelExpr name) {
        boolean ofThisStep = name.select().operand().getKind() == Kind.IDENT;
        return ofThisStep
                ? names.field(name)
                        .flatMap(Namespace.Field::fact)
                        .map(fact -> Set.of(fact.fact()))
                        .orElse(Set.of())
                : Set.of();
    }

    private static CelExpr argument(CelExpr call, int index) {
        return Operators.argument(call, index);
    }

    private static Set<Fact> both(Set<Fact> left, Set<Fact> right) {
        Set<Fact> all = EnumSet.noneOf(Fact.class);
        Stream.of(left, right).forEach(all::addAll);
        return all;
    }

    private static Set<Fact> common(Set<Fact> left, Set<Fact> right) {
        Set<Fact> common = EnumSet.noneOf(Fact.class);
        common.addAll(left);
        common.retainAll(right);
        return common;
    }
}
