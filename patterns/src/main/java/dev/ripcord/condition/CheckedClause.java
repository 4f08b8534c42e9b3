package dev.ripcord.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.compiler.CelCompiler;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One expression, parsed and checked.
 *
 * @param tree empty where there are errors
 * @param errors in the order of the text
 */
record CheckedClause(Optional<CelAbstractSyntaxTree> tree, ClauseText text, List<ConditionError> errors) {
    static final Comparator<ConditionError> IN_ORDER =
            Comparator.comparingInt(ConditionError::line).thenComparingInt(ConditionError::column);

    static CheckedClause of(String written, Names names, CelCompiler compiler) {
        CelValidationResult parsed = compiler.parse(written);
        ClauseText text = new ClauseText(written, parsed.getSource());
        if (written.isBlank()) {
            return refused(text, List.of(text.error(0, "nothing is written here; write a condition in CEL")));
        }
        if (parsed.hasError()) {
            // After the first slip in the syntax, what follows is guesswork.
            return refused(
                    text, List.of(new SyntaxWords(text).of(parsed.getErrors().get(0))));
        }
        CelAbstractSyntaxTree parsedTree = tree(parsed);
        CelValidationResult checked = compiler.check(parsedTree);
        if (checked.hasError()) {
            CheckWords words = new CheckWords(text, names, byId(parsedTree));
            return refused(
                    text, inOrder(checked.getErrors().stream().map(words::of).flatMap(Optional::stream)));
        }
        CelAbstractSyntaxTree tree = tree(checked);
        List<ConditionError> errors = inOrder(new ClauseRules(tree, text, names).errors().stream());
        return errors.isEmpty() ? new CheckedClause(Optional.of(tree), text, errors) : refused(text, errors);
    }

    private static CheckedClause refused(ClauseText text, List<ConditionError> errors) {
        return new CheckedClause(Optional.empty(), text, errors);
    }

    /** One error for a place: what else is said of it only follows. */
    private static List<ConditionError> inOrder(Stream<ConditionError> errors) {
        Map<List<Integer>, ConditionError> byPlace = new LinkedHashMap<>();
        errors.sorted(IN_ORDER).forEach(error -> byPlace.putIfAbsent(List.of(error.line(), error.column()), error));
        return List.copyOf(byPlace.values());
    }

    private static Map<Long, CelExpr> byId(CelAbstractSyntaxTree tree) {
        Map<Long, CelExpr> expressions = new HashMap<>();
        CelNavigableAst.fromAst(tree).getRoot().allNodes().forEach(node -> expressions.put(node.id(), node.expr()));
        return expressions;
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException hasErrors) {
            throw new IllegalStateException("asked for the tree of a text with errors", hasErrors);
        }
    }
}
