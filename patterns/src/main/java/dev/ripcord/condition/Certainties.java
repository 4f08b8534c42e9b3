package dev.ripcord.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.ripcord.condition.Namespace.Field;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FactKind;
import java.util.Optional;
import java.util.Set;

/**
 * Finds clauses that hold at the first steps of every session, because they ask no more of its facts than these always
 * are: the counterpart of {@link Contradictions}, by the same ends of what a fact can be. What it is not sure of, it
 * lets pass.
 */
final class Certainties {
    /** Every event has them, and neither is ever blank. */
    private static final Set<String> ALWAYS_WRITTEN = Set.of("event.type", "event.agent");

    private final Names names;
    private final Constants constants;

    /** @param names what read the parameters that count */
    Certainties(CelAbstractSyntaxTree tree, Names names) {
        this.names = names;
        this.constants = new Constants(tree);
    }

    /** @param expected what the expression is to be: true, or false where it stands behind a {@code !} */
    Certainty of(CelExpr expression, boolean expected) {
        if (Operators.isCall(expression, Operators.NOT)) {
            return of(Operators.argument(expression, 0), !expected);
        }
        if (Operators.isCall(expression, Operators.AND)) {
            return joined(expression, expected, expected);
        }
        if (Operators.isCall(expression, Operators.OR)) {
            return joined(expression, expected, !expected);
        }
        Optional<Object> known = constants.value(expression, names);
        if (known.isPresent()) {
            return known.get().equals(expected)
                    ? Certainty.of(Occasion.all(), "nothing is asked of the step", ParameterNames.in(expression))
                    : Certainty.NONE;
        }
        return expression.getKind() == Kind.SELECT ? there(expression, expected) : compared(expression, expected);
    }

    private Certainty joined(CelExpr expression, boolean expected, boolean needsBoth) {
        Certainty left = of(Operators.argument(expression, 0), expected);
        Certainty right = of(Operators.argument(expression, 1), expected);
        return needsBoth ? left.and(right) : left.or(right);
    }

    /** {@code has(session.steps)}; of a flag itself nothing is sure. */
    private Certainty there(CelExpr name, boolean expected) {
        if (!name.select().testOnly() || !expected || names.field(name).isEmpty()) {
            return Certainty.NONE;
        }
        String path = Names.written(name);
        Set<Occasion> when = ALWAYS_WRITTEN.contains(path)
                ? Occasion.all()
                : own(name).map(Occasion::knowing).orElse(Occasion.none());
        return Certainty.of(when, path + " is known", ParameterNames.in(name));
    }

    private Certainty compared(CelExpr expression, boolean expected) {
        Optional<Relation> found = expression.getKind() == Kind.CALL
                ? Relation.of(expression.call().function())
                : Optional.empty();
        if (found.isEmpty()) {
            return Certainty.NONE;
        }
        // The comparison that must not hold for this one to be what is expected.
        Relation opposite = expected ? found.get().negated() : found.get();
        CelExpr left = Operators.argument(expression, 0);
        CelExpr right = Operators.argument(expression, 1);
        return constants
                .value(right, names)
                .map(value -> compared(left, opposite, right, value))
                .or(() -> constants.value(left, names).map(value -> compared(right, opposite.turned(), left, value)))
                .orElse(Certainty.NONE);
    }

    private Certainty compared(CelExpr name, Relation opposite, CelExpr other, Object value) {
        boolean isName = name.getKind() == Kind.SELECT && !name.select().testOnly();
        if (!isName || names.field(name).isEmpty()) {
            return Certainty.NONE;
        }
        String path = Names.written(name);
        if (ALWAYS_WRITTEN.contains(path) && opposite == Relation.EQUAL && value.equals("")) {
            return Certainty.of(Occasion.all(), path + " is never empty", ParameterNames.in(other));
        }
        return Demands.number(value)
                .flatMap(number -> own(name)
                        .filter(fact -> isBeyond(fact, opposite, number))
                        .map(fact -> Certainty.of(
                                Occasion.knowing(fact), FactReach.end(path, fact, number), ParameterNames.in(other))))
                .orElse(Certainty.NONE);
    }

    private static boolean isBeyond(Fact fact, Relation relation, double number) {
        ValueRange left = FactReach.of(fact).and(relation, number);
        return (fact.kind() == FactKind.COUNT ? left.whole() : left).isEmpty();
    }

    /** @return the fact of the step that is judged, where it is a number with an order */
    private Optional<Fact> own(CelExpr name) {
        return names.field(name)
                .flatMap(Field::fact)
                .filter(fact -> !fact.isEarlier())
                .map(FactOfStep::fact)
                .filter(fact -> fact.kind() != FactKind.IDENTITY);
    }
}
