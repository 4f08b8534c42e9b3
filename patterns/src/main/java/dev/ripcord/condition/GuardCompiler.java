package dev.ripcord.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.ripcord.condition.Namespace.Field;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Derives the guard of a clause: from names that it compares, asks for or reads as flags, joined by {@code &&} and
 * {@code ||}. Of anything else it says nothing, and the guard is open there: it must never be wrong.
 */
final class GuardCompiler {
    private final Names names;
    private final Constants constants;

    GuardCompiler(CelAbstractSyntaxTree tree, Names names) {
        this.names = names;
        this.constants = new Constants(tree);
    }

    /** @return what the expression says, where that is certain; not to be turned round: what is absent says no */
    Guard whereTrue(CelExpr expression) {
        return switch (expression.getKind()) {
            case CALL -> whereTrue(expression.call());
            case SELECT -> whereTrueName(expression);
            default -> Guard.OPEN;
        };
    }

    private Guard whereTrue(CelCall call) {
        return switch (call.function()) {
            case Operators.AND ->
                Guard.both(whereTrue(call.args().get(0)), whereTrue(call.args().get(1)));
            case Operators.OR ->
                Guard.either(
                        whereTrue(call.args().get(0)), whereTrue(call.args().get(1)));
            default -> comparison(call).orElse(Guard.OPEN);
        };
    }

    /** A flag, or has(). */
    private Guard whereTrueName(CelExpr name) {
        boolean asksPresence = name.select().testOnly();
        return reader(name)
                .map(value -> asksPresence
                        ? (Guard) () -> Guard.Answer.of(value.get() != null)
                        : (Guard) () -> Guard.Answer.of(Boolean.TRUE.equals(value.get())))
                .orElse(Guard.OPEN);
    }

    private Optional<Guard> comparison(CelCall call) {
        CelExpr left = call.args().get(0);
        return Relation.of(call.function())
                .flatMap(relation -> operand(left)
                        .flatMap(first -> operand(call.args().get(1))
                                .map(second -> compared(left, first, relation, second))));
    }

    private Guard compared(CelExpr left, Supplier<Object> first, Relation relation, Supplier<Object> second) {
        return names.field(left)
                .flatMap(Field::fact)
                .<Guard>map(fact -> new FactGuard(fact, relation, second))
                .orElse(() -> relation.holds(first.get(), second.get()));
    }

    private Optional<Supplier<Object>> operand(CelExpr expression) {
        if (expression.getKind() == Kind.SELECT) {
            return expression.select().testOnly() ? Optional.empty() : reader(expression);
        }
        return constants.value(expression).map(value -> () -> value);
    }

    private Optional<Supplier<Object>> reader(CelExpr name) {
        return names.field(name).filter(Field::isScalar).map(Field::value);
    }
}
