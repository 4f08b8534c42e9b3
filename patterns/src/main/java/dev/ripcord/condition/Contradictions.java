package dev.ripcord.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FactGroup;
import dev.ripcord.fact.FactKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds clauses that no step can satisfy: comparisons of one value that exclude each other, and facts that steps of the
 * types which the clause asks for do not have. Only what is joined by {@code &&} at the top is looked at.
 */
final class Contradictions {
    private final CelAbstractSyntaxTree tree;
    private final ClauseText text;
    private final Names names;
    private final Constants constants;
    private final Map<String, ValueRange> ranges = new HashMap<>();
    private final Map<String, Object> exactly = new HashMap<>();

    Contradictions(CelAbstractSyntaxTree tree, ClauseText text, Names names) {
        this.tree = tree;
        this.text = text;
        this.names = names;
        this.constants = new Constants(tree);
    }

    /** @param needs facts of the step without which the clause cannot hold */
    Optional<ConditionError> first(Optional<Set<String>> eventTypes, Set<Fact> needs) {
        return eventTypes.flatMap(types -> unknownOn(types, needs)).or(this::excluded);
    }

    private Optional<ConditionError> unknownOn(Set<String> types, Set<Fact> needs) {
        for (Fact fact : needs.stream().sorted().toList()) {
            Set<String> known = FactGroup.of(fact).eventTypes();
            if (!known.isEmpty() && types.stream().noneMatch(known::contains)) {
                return Optional.of(text.error(
                        text.start(tree.getExpr()),
                        "can never hold: " + fact.factName() + " is known on "
                                + String.join(" and ", new TreeSet<>(known)) + " only, and event.type is to be "
                                + String.join(" or ", new TreeSet<>(types))));
            }
        }
        return Optional.empty();
    }

    private Optional<ConditionError> excluded() {
        List<CelExpr> parts = new ArrayList<>();
        split(tree.getExpr(), parts);
        for (CelExpr part : parts) {
            Optional<String> excluded = excluded(part);
            if (excluded.isPresent()) {
                return Optional.of(text.error(
                        text.start(part),
                        "can never hold: nothing is left of " + excluded.get() + " beside what is asked of it"));
            }
        }
        return Optional.empty();
    }

    private static void split(CelExpr expression, List<CelExpr> parts) {
        if (Operators.isCall(expression, Operators.AND)) {
            split(Operators.argument(expression, 0), parts);
            split(Operators.argument(expression, 1), parts);
        } else {
            parts.add(expression);
        }
    }

    /** @return the name that nothing is left of, once the part is added to those before it */
    private Optional<String> excluded(CelExpr part) {
        if (part.getKind() == Kind.SELECT && !part.select().testOnly()) {
            return path(part).filter(path -> isAnother(path, true));
        }
        if (Operators.isCall(part, Operators.NOT)) {
            return path(Operators.argument(part, 0)).filter(path -> isAnother(path, false));
        }
        Optional<Relation> relation =
                part.getKind() == Kind.CALL ? Relation.of(part.call().function()) : Optional.empty();
        return relation.flatMap(found -> compared(part, found));
    }

    private Optional<String> compared(CelExpr part, Relation relation) {
        CelExpr left = Operators.argument(part, 0);
        CelExpr right = Operators.argument(part, 1);
        Optional<String> named = path(left);
        return named.isPresent()
                ? compared(named.get(), left, relation, right)
                : path(right).flatMap(path -> compared(path, right, relation.turned(), left));
    }

    private Optional<String> compared(String path, CelExpr name, Relation relation, CelExpr other) {
        Optional<Object> constant = constants.value(other);
        Optional<Double> number = constant.flatMap(Contradictions::number);
        if (number.isPresent()) {
            return Optional.of(path).filter(found -> isLeftOut(found, name, relation, number.get()));
        }
        return constant.filter(value -> relation == Relation.EQUAL && isAnother(path, value))
                .map(value -> path);
    }

    private boolean isLeftOut(String path, CelExpr name, Relation relation, double number) {
        Optional<FactKind> kind = names.field(name)
                .flatMap(Namespace.Field::fact)
                .map(fact -> fact.fact().kind());
        if (kind.isEmpty() || kind.get() == FactKind.IDENTITY) {
            return false;
        }
        ValueRange left = ranges.getOrDefault(path, ValueRange.NOT_NEGATIVE).and(relation, number);
        ranges.put(path, left);
        return left.isEmpty() || kind.get() == FactKind.COUNT && left.hasNoWhole();
    }

    /** @return whether the value was to be another one already */
    private boolean isAnother(String path, Object value) {
        Object before = exactly.putIfAbsent(path, value);
        return before != null && !before.equals(value);
    }

    private static Optional<Double> number(Object constant) {
        if (constant instanceof Duration duration) {
            return Optional.of((double) duration.toMillis());
        }
        return constant instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }

    /** @return {@code outcome.count} or {@code first.event.tool}; empty where it is no name of one value */
    private Optional<String> path(CelExpr expression) {
        boolean isName =
                expression.getKind() == Kind.SELECT && !expression.select().testOnly();
        return isName
                        && names.field(expression)
                                .filter(Namespace.Field::isScalar)
                                .isPresent()
                ? Optional.of(written(expression))
                : Optional.empty();
    }

    private static String written(CelExpr name) {
        return name.getKind() == Kind.IDENT
                ? name.ident().name()
                : written(name.select().operand()) + "." + name.select().field();
    }
}
