package dev.ripcord.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.ripcord.condition.Namespace.Field;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Compiles what most clauses consist of: names that are compared, asked for or read as flags, joined by {@code &&},
 * {@code ||} and {@code !}. Of anything else it is not sure.
 */
final class ClosureCompiler {
    private record Both(Closure left, Closure right) implements Closure {
        @Override
        public Truth truth() {
            return left.truth().and(right);
        }

        @Override
        public Hurdle hurdle() {
            return left.hurdle().and(right.hurdle());
        }
    }

    private record Either(Closure left, Closure right) implements Closure {
        @Override
        public Truth truth() {
            return left.truth().or(right);
        }

        @Override
        public Hurdle hurdle() {
            return left.hurdle().or(right.hurdle());
        }
    }

    private final Names names;
    private final Constants constants;

    ClosureCompiler(CelAbstractSyntaxTree tree, Names names) {
        this.names = names;
        this.constants = new Constants(tree);
    }

    /** @return says what CEL says of the expression, wherever it says anything for sure */
    Closure of(CelExpr expression) {
        return switch (expression.getKind()) {
            case CALL -> of(expression.call());
            case SELECT -> ofName(expression);
            default -> Closure.UNSURE;
        };
    }

    private Closure of(CelCall call) {
        return switch (call.function()) {
            case Operators.AND ->
                new Both(of(call.args().get(0)), of(call.args().get(1)));
            case Operators.OR ->
                new Either(of(call.args().get(0)), of(call.args().get(1)));
            case Operators.NOT -> negated(call.args().get(0));
            default -> comparison(call).orElse(Closure.UNSURE);
        };
    }

    private Closure negated(CelExpr expression) {
        if (expression.getKind() == Kind.SELECT && !expression.select().testOnly()) {
            return ofFlag(expression, false);
        }
        Closure negated = of(expression);
        return () -> negated.truth().not();
    }

    /** A flag, or has(). */
    private Closure ofName(CelExpr name) {
        return name.select().testOnly()
                ? reader(name)
                        .map(value -> (Closure) () -> Truth.of(value.get() != null))
                        .orElse(Closure.UNSURE)
                : ofFlag(name, true);
    }

    private Closure ofFlag(CelExpr name, boolean expected) {
        Optional<FactOfStep> fact = names.field(name).flatMap(Field::fact);
        return fact.isPresent()
                ? new FactClosure(fact.get(), Relation.EQUAL, () -> expected)
                : reader(name)
                        .map(value -> (Closure) () -> flag(value.get(), expected))
                        .orElse(Closure.UNSURE);
    }

    private static Truth flag(Object value, boolean expected) {
        return value instanceof Boolean flag ? Truth.of(flag == expected) : value == null ? Truth.ABSENT : Truth.UNSURE;
    }

    private Optional<Closure> comparison(CelCall call) {
        CelExpr left = call.args().get(0);
        return Relation.of(call.function())
                .flatMap(relation -> operand(left)
                        .flatMap(first ->
                                operand(call.args().get(1)).map(second -> compared(left, first, relation, second))));
    }

    private Closure compared(CelExpr left, Supplier<Object> first, Relation relation, Supplier<Object> second) {
        return names.field(left)
                .flatMap(Field::fact)
                .<Closure>map(fact -> new FactClosure(fact, relation, second))
                .orElse(() -> relation.between(first.get(), second.get()));
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
