package dev.ripcord.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds which event types a clause can hold for, where it says so with {@code event.type}. */
final class EventTypeBound {
    private final Constants constants;

    EventTypeBound(CelAbstractSyntaxTree tree) {
        this.constants = new Constants(tree);
    }

    /** @return empty where the clause can hold for any type */
    Optional<Set<String>> of(CelExpr expression) {
        if (expression.getKind() != Kind.CALL || expression.call().args().size() != 2) {
            return Optional.empty();
        }
        CelExpr left = Operators.argument(expression, 0);
        CelExpr right = Operators.argument(expression, 1);
        return switch (expression.call().function()) {
            case Operators.AND -> both(of(left), of(right));
            case Operators.OR -> either(of(left), of(right));
            case Operators.EQUAL -> equal(left, right).or(() -> equal(right, left));
            case Operators.IN -> isType(left) ? listed(right) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Set<String>> equal(CelExpr type, CelExpr word) {
        return isType(type)
                ? constants.value(word).filter(String.class::isInstance).map(only -> Set.of((String) only))
                : Optional.empty();
    }

    private Optional<Set<String>> listed(CelExpr list) {
        return constants.value(list).filter(Collection.class::isInstance).map(words -> words(((Collection<?>) words)));
    }

    private static Set<String> words(Collection<?> values) {
        Set<String> words = new HashSet<>();
        values.forEach(value -> words.add(String.valueOf(value)));
        return Set.copyOf(words);
    }

    private static boolean isType(CelExpr expression) {
        return expression.getKind() == Kind.SELECT
                && expression.select().field().equals(StepNames.TYPE)
                && expression.select().operand().getKind() == Kind.IDENT
                && expression.select().operand().ident().name().equals(StepNames.EVENT)
                && !expression.select().testOnly();
    }

    private static Optional<Set<String>> both(Optional<Set<String>> left, Optional<Set<String>> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.or(() -> right);
        }
        Set<String> common = new HashSet<>(left.get());
        common.retainAll(right.get());
        return Optional.of(Set.copyOf(common));
    }

    private static Optional<Set<String>> either(Optional<Set<String>> left, Optional<Set<String>> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        Set<String> all = new HashSet<>(left.get());
        all.addAll(right.get());
        return Optional.of(Set.copyOf(all));
    }
}
