package dev.ripcord.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.ripcord.condition.Namespace.Field;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Derives the guard of a clause.
 *
 * <p>Two questions run through the tree. When can an expression be true? And when has it a value at all? CEL drops an
 * error on one side of {@code &&} where the other side is false, and of {@code ||} where it is true; everywhere else an
 * absent name leaves the whole without a value. Where neither is certain the guard is open: it must never be wrong.
 */
final class GuardCompiler {
    private final Names names;
    private final Constants constants;

    GuardCompiler(CelAbstractSyntaxTree tree, Names names) {
        this.names = names;
        this.constants = new Constants(tree);
    }

    /** @return passes whenever the expression is true */
    Guard whereTrue(CelExpr expression) {
        return switch (expression.getKind()) {
            case CALL -> whereTrue(expression.call(), expression);
            case SELECT -> whereTrueName(expression);
            default -> whereDefined(expression);
        };
    }

    private Guard whereTrue(CelCall call, CelExpr expression) {
        return switch (call.function()) {
            case Operators.AND ->
                Guard.both(whereTrue(call.args().get(0)), whereTrue(call.args().get(1)));
            case Operators.OR ->
                Guard.either(
                        whereTrue(call.args().get(0)), whereTrue(call.args().get(1)));
            case Operators.CONDITIONAL ->
                Guard.both(
                        whereDefined(call.args().get(0)),
                        Guard.either(
                                whereTrue(call.args().get(1)),
                                whereTrue(call.args().get(2))));
            default -> comparison(call).orElseGet(() -> whereDefined(expression));
        };
    }

    /** A flag, or has(). */
    private Guard whereTrueName(CelExpr name) {
        boolean asksPresence = name.select().testOnly();
        return reader(name)
                .map(value -> asksPresence
                        ? (Guard) () -> value.get() != null
                        : (Guard) () -> Boolean.TRUE.equals(value.get()))
                .orElseGet(() -> whereDefined(name));
    }

    private Optional<Guard> comparison(CelCall call) {
        return Relation.of(call.function())
                .flatMap(relation -> operand(call.args().get(0))
                        .flatMap(left -> operand(call.args().get(1))
                                .map(right -> () -> relation.canHold(left.get(), right.get()))));
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

    /** @return passes whenever the expression has a value */
    private Guard whereDefined(CelExpr expression) {
        return switch (expression.getKind()) {
            case CALL -> whereDefined(expression.call());
            case SELECT -> whereDefinedName(expression);
            case LIST -> allDefined(expression.list().elements().stream());
            case COMPREHENSION -> whereDefined(expression.comprehension().iterRange());
            default -> Guard.OPEN;
        };
    }

    private Guard whereDefined(CelCall call) {
        return switch (call.function()) {
            case Operators.AND, Operators.OR ->
                Guard.either(
                        whereDefined(call.args().get(0)),
                        whereDefined(call.args().get(1)));
            case Operators.CONDITIONAL ->
                Guard.both(
                        whereDefined(call.args().get(0)),
                        Guard.either(
                                whereDefined(call.args().get(1)),
                                whereDefined(call.args().get(2))));
            default -> allDefined(Stream.concat(call.target().stream(), call.args().stream()));
        };
    }

    private Guard whereDefinedName(CelExpr name) {
        if (name.select().testOnly()) {
            return Guard.OPEN;
        }
        return reader(name)
                .map(value -> (Guard) () -> value.get() != null)
                .orElseGet(() -> whereDefined(name.select().operand()));
    }

    private Guard allDefined(Stream<CelExpr> expressions) {
        return expressions.map(this::whereDefined).reduce(Guard.OPEN, Guard::both);
    }
}
