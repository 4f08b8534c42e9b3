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
            case Operators.AND -> {
                Closure left = of(call.args().get(0));
                Closure right = of(call.args().get(1));
                yield () -> left.truth().and(right);
            }
            case Operators.OR -> {
                Closure left = of(call.args().get(0));
                Closure right = of(call.args().get(1));
                yield () -> left.truth().or(right);
            }
            case Operators.NOT -> {
                Closure negated = of(call.args().get(0));
                yield () -> negated.truth().not();
            }
            default -> comparison(call).orElse(Closure.UNSURE);
        };
    }

    /** A flag, or has(). */
    private Closure ofName(CelExpr name) {
        boolean asksPresence = name.select().testOnly();
        return reader(name)
                .map(value -> asksPresence
                        ? (Closure) () -> Truth.of(value.get() != null)
                        : (Closure) () -> flag(value.get()))
                .orElse(Closure.UNSURE);
    }

    private static Truth flag(Object value) {
        return value instanceof Boolean flag ? Truth.of(flag) : value == null ? Truth.ABSENT : Truth.UNSURE;
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
