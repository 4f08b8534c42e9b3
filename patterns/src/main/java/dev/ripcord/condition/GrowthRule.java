package dev.ripcord.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps values from growing.
 *
 * <p>CEL bounds how often a loop goes round, not what it makes: {@code [x].map(x, [x, x])}, chained a few dozen times,
 * would outgrow any memory. So lists that are written out hold plain values only, and lists are not joined; what is
 * left can be at most as large as the payload and the clause themselves.
 */
final class GrowthRule {
    private static final Set<CelKind> PLAIN = EnumSet.of(
            CelKind.BOOL,
            CelKind.BYTES,
            CelKind.DOUBLE,
            CelKind.DURATION,
            CelKind.INT,
            CelKind.NULL_TYPE,
            CelKind.STRING,
            CelKind.TIMESTAMP,
            CelKind.TYPE,
            CelKind.UINT);

    private final CelAbstractSyntaxTree tree;
    private final ClauseText text;

    GrowthRule(CelAbstractSyntaxTree tree, ClauseText text) {
        this.tree = tree;
        this.text = text;
    }

    Optional<ConditionError> error(CelNavigableExpr node) {
        CelExpr expression = node.expr();
        if (Operators.isCall(expression, Operators.ADD)) {
            return joinsLists(expression) && !isOfMacro(expression)
                    ? Optional.of(text.error(
                            text.offset(expression),
                            "lists cannot be joined here; to add numbers of a payload, write int(...) or double(...)"))
                    : Optional.empty();
        }
        boolean isOfMacro =
                node.parent().filter(parent -> isOfMacro(parent.expr())).isPresent();
        return isOfMacro
                ? Optional.empty()
                : elements(expression).stream()
                        .filter(element -> !isPlain(element))
                        .findFirst()
                        .map(element -> text.error(
                                text.start(element), "a list or map that is written out holds plain values only"));
    }

    private boolean joinsLists(CelExpr sum) {
        return tree.getReference(sum.id())
                .filter(reference -> reference.overloadIds().contains("add_list"))
                .isPresent();
    }

    /** The sum that {@code map} and {@code filter} are made of: no clause can write the name of its first part. */
    private static boolean isOfMacro(CelExpr expression) {
        return Operators.isCall(expression, Operators.ADD)
                && Operators.argument(expression, 0).getKind() == Kind.IDENT
                && Operators.argument(expression, 0).ident().name().startsWith("@");
    }

    private static List<CelExpr> elements(CelExpr expression) {
        return switch (expression.getKind()) {
            case LIST -> expression.list().elements();
            case MAP ->
                expression.map().entries().stream().map(entry -> entry.value()).toList();
            default -> List.of();
        };
    }

    private boolean isPlain(CelExpr element) {
        return tree.getType(element.id())
                .filter(type -> PLAIN.contains(type.kind()))
                .isPresent();
    }
}
