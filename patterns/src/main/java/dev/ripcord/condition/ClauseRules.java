package dev.ripcord.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelKind;
import dev.cel.runtime.CelEvaluationException;
import dev.ripcord.condition.Namespace.Field;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Ripcord asks of a clause beyond CEL's own rules: that its names are values and its constants can be computed. */
final class ClauseRules {
    private static final Pattern EXCEPTION = Pattern.compile("^[\\w.]+Exception: ");

    private final CelAbstractSyntaxTree tree;
    private final ClauseText text;
    private final Names names;
    private final Constants constants;
    private final GrowthRule growth;

    ClauseRules(CelAbstractSyntaxTree tree, ClauseText text, Names names) {
        this.tree = tree;
        this.text = text;
        this.names = names;
        this.constants = new Constants(tree);
        this.growth = new GrowthRule(tree, text);
    }

    List<ConditionError> errors() {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .flatMap(node -> Stream.of(namespace(node), growth.error(node), regex(node.expr()), constant(node)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A namespace is known by its names only; as a value it would hide from us what the clause reads. */
    private Optional<ConditionError> namespace(CelNavigableExpr node) {
        CelExpr expression = node.expr();
        if (node.getKind() == Kind.SELECT && expression.select().testOnly()) {
            return names.field(expression)
                    .flatMap(Field::inner)
                    .map(inner -> text.error(
                            text.start(expression), "has() takes a single name, such as has(" + example(inner) + ")"));
        }
        boolean isNamed = node.getKind() == Kind.IDENT || node.getKind() == Kind.SELECT;
        boolean goesOn =
                node.parent().filter(parent -> parent.getKind() == Kind.SELECT).isPresent();
        return isNamed && !goesOn && isNamespace(expression)
                ? names.field(expression)
                        .flatMap(Field::inner)
                        .map(inner -> text.error(
                                text.start(expression),
                                "'" + inner.name() + "' alone is no value; name a part of it, such as "
                                        + example(inner)))
                : Optional.empty();
    }

    private boolean isNamespace(CelExpr expression) {
        return tree.getType(expression.id())
                .filter(type -> type.kind() == CelKind.STRUCT)
                .isPresent();
    }

    private static String example(Namespace namespace) {
        return namespace.fields().entrySet().stream()
                .min((left, right) -> Boolean.compare(
                        left.getValue().inner().isPresent(),
                        right.getValue().inner().isPresent()))
                .map(field -> field.getValue()
                        .inner()
                        .map(ClauseRules::example)
                        .orElse(namespace.name() + "." + field.getKey()))
                .orElse(namespace.name() + ".NAME");
    }

    private Optional<ConditionError> regex(CelExpr expression) {
        if (!Operators.isCall(expression, Operators.MATCHES)) {
            return Optional.empty();
        }
        CelExpr pattern = expression.call().args().get(expression.call().args().size() - 1);
        if (pattern.getKind() != Kind.CONSTANT) {
            return Optional.empty();
        }
        // Matched against nothing, all that is left to fail is the pattern.
        CelExpr nothing =
                pattern.toBuilder().setConstant(CelConstant.ofValue("")).build();
        CelExpr match = expression.toBuilder()
                .setCall(expression.call().toBuilder()
                        .setTarget(nothing)
                        .clearArgs()
                        .addArgs(pattern)
                        .build())
                .build();
        return failure(match)
                .map(reason -> text.error(text.start(pattern), "the regular expression is not one: " + reason));
    }

    private Optional<ConditionError> constant(CelNavigableExpr node) {
        boolean isOutermost = node.getKind() == Kind.CALL
                && Constants.isConstant(node.expr())
                && node.parent()
                        .filter(parent -> Constants.isConstant(parent.expr()))
                        .isEmpty();
        return isOutermost
                ? failure(node.expr()).map(reason -> text.error(text.start(node.expr()), reason(node.expr(), reason)))
                : Optional.empty();
    }

    private Optional<String> failure(CelExpr constant) {
        try {
            constants.evaluate(constant);
            return Optional.empty();
        } catch (CelEvaluationException fails) {
            Throwable cause = fails.getCause() == null ? fails : fails.getCause();
            return Optional.of(
                    EXCEPTION.matcher(String.valueOf(cause.getMessage())).replaceFirst(""));
        }
    }

    private static String reason(CelExpr expression, String reason) {
        if (Operators.isCall(expression, Operators.DURATION)) {
            return "this is no duration; write such as duration('90s'), duration('1h30m') or duration('500ms')";
        }
        return reason.contains("by zero") ? "this divides by zero" : "this cannot be computed: " + reason;
    }
}
