package dev.ripcord.condition;

import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what CEL's checker objects to into plain words, at the place where the mistake is written. */
final class CheckWords {
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(.+)' \\(in container.*");
    private static final Pattern NO_FIELD = Pattern.compile("undefined field '(.+)'");
    private static final Pattern NO_FIELDS = Pattern.compile("type '(.+)' does not support field selection");
    private static final Pattern NO_RANGE = Pattern.compile("expression of type '(.+)' cannot be range of .*");
    private static final Pattern NO_TYPE = Pattern.compile("'(.+)' is not a type");
    private static final String FOLLOWS_NO_TYPE = "Message type resolution failure";

    private final ClauseText text;
    private final NameWords names;
    private final Map<Long, CelExpr> expressions;

    /** @param expressions those that were parsed, by id */
    CheckWords(ClauseText text, Names names, Map<Long, CelExpr> expressions) {
        this.text = text;
        this.names = new NameWords(names);
        this.expressions = expressions;
    }

    /** @return empty for what only follows from another issue */
    Optional<ConditionError> of(CelIssue issue) {
        String message = issue.getMessage();
        Matcher undeclared = UNDECLARED.matcher(message);
        Matcher noField = NO_FIELD.matcher(message);
        Matcher operator = OperatorWords.ISSUE.matcher(message);
        if (undeclared.matches()) {
            return Optional.of(undeclared(issue, undeclared.group(1)));
        }
        if (noField.matches()) {
            return Optional.of(noField(issue, noField.group(1)));
        }
        if (operator.matches()) {
            return Optional.of(text.error(text.name(text.offset(issue)), OperatorWords.of(operator)));
        }
        return message.startsWith(FOLLOWS_NO_TYPE)
                ? Optional.empty()
                : Optional.of(text.error(text.name(text.offset(issue)), other(message)));
    }

    private ConditionError undeclared(CelIssue issue, String name) {
        CelExpr expression = expressions.get(issue.getExprId());
        boolean isCall = expression != null && expression.getKind() == Kind.CALL;
        int offset = text.offset(issue);
        return isCall
                ? text.error(text.name(offset), names.unknownFunction(name))
                : text.error(offset, names.undeclared(name));
    }

    private ConditionError noField(CelIssue issue, String field) {
        CelExpr expression = expressions.get(issue.getExprId());
        if (expression == null || expression.getKind() != Kind.SELECT) {
            return text.error(text.offset(issue), "there is no '" + field + "' here");
        }
        CelExpr operand = expression.select().operand();
        return text.error(text.field(operand, field), names.noField(operand, field));
    }

    private static String other(String message) {
        Matcher noFields = NO_FIELDS.matcher(message);
        if (noFields.matches()) {
            return OperatorWords.plain(noFields.group(1)) + " has no parts; nothing can follow with a dot";
        }
        Matcher noRange = NO_RANGE.matcher(message);
        if (noRange.matches()) {
            return "all, exists, filter and map go through a list or a map; found "
                    + OperatorWords.plain(noRange.group(1));
        }
        return NO_TYPE.matcher(message).matches() ? "a condition builds no objects; write a comparison" : message;
    }
}
