package dev.ripcord.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.compiler.CelCompiler;
import dev.ripcord.condition.Namespace.Field;
import dev.ripcord.fact.FactKind;
import java.util.ArrayList;
import java.util.List;

/** From the text of a message to its parts, each expression checked. */
final class MessageCompiler {
    private final Evaluation evaluation = new Evaluation();
    private final Names names;
    private final CelCompiler compiler;
    private final List<ConditionError> errors = new ArrayList<>();

    MessageCompiler(ConditionScope scope) {
        this.names = Names.ofMessage(scope, evaluation);
        this.compiler = CelEnvironment.compiler(names);
    }

    Compiled<Text> compile(String written) {
        MessageParts message = MessageParts.of(written);
        errors.addAll(message.errors());
        List<CelText.Part> parts = new ArrayList<>();
        for (MessageParts.Part part : message.parts()) {
            if (part instanceof MessageParts.Expression expression) {
                value(expression, parts);
            } else if (part instanceof MessageParts.Literal literal) {
                parts.add(new CelText.Literal(literal.text()));
            }
        }
        return errors.isEmpty()
                ? new Compiled.Done<>(new CelText(evaluation, names, parts))
                : new Compiled.Refused<>(
                        errors.stream().sorted(CheckedClause.IN_ORDER).toList());
    }

    private void value(MessageParts.Expression expression, List<CelText.Part> parts) {
        CheckedClause checked = CheckedClause.of(expression.text(), names, compiler);
        checked.errors().forEach(error -> errors.add(expression.placed(error)));
        checked.tree().ifPresent(tree -> parts.add(new CelText.Value(CelEnvironment.program(tree), isMoney(tree))));
    }

    private boolean isMoney(CelAbstractSyntaxTree tree) {
        CelExpr expression = tree.getExpr();
        return expression.getKind() == Kind.SELECT
                && !expression.select().testOnly()
                && names.field(expression)
                        .flatMap(Field::fact)
                        .filter(named -> named.fact().kind() == FactKind.MONEY)
                        .isPresent();
    }
}
