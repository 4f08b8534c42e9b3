package dev.ripcord.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.ripcord.fact.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From the text of a clause to a condition: checked, of type bool, and able to be both true and false. */
final class ClauseCompiler {
    private final Evaluation evaluation = new Evaluation();
    private final Names names;
    private final String written;

    ClauseCompiler(String written, ConditionScope scope) {
        this.written = written;
        this.names = Names.ofClause(scope, evaluation);
    }

    Compiled<Condition> compile() {
        CheckedClause checked = CheckedClause.of(written, names, CelEnvironment.compiler(names));
        if (checked.tree().isEmpty()) {
            return new Compiled.Refused<>(checked.errors());
        }
        CelAbstractSyntaxTree tree = checked.tree().get();
        Optional<Set<String>> eventTypes = new EventTypeBound(tree).of(tree.getExpr());
        Optional<ConditionError> objection = objection(tree, eventTypes)
                .map(why -> checked.text().error(checked.text().start(tree.getExpr()), why));
        Set<Fact> needs = new FactBound(names).whereTrue(tree.getExpr());
        Contradictions contradictions = new Contradictions(tree, checked.text(), names);
        Optional<ConditionError> refusal = objection.or(() -> contradictions.always(eventTypes, needs));
        if (refusal.isPresent()) {
            return new Compiled.Refused<>(List.of(refusal.get()));
        }
        Closure closure = new ClosureCompiler(tree, names).of(tree.getExpr());
        return new Compiled.Done<>(new CelCondition(
                evaluation,
                names,
                contradictions,
                closure,
                CelEnvironment.program(tree),
                FactReads.of(tree, names),
                needs,
                eventTypes,
                CostOfClause.of(tree)));
    }

    Optional<ConditionError> certainty(Parameters parameters) {
        CheckedClause checked = CheckedClause.of(written, names, CelEnvironment.compiler(names));
        evaluation.begin(null, MatchedSteps.NONE, parameters);
        try {
            return checked.tree().flatMap(tree -> certainty(tree, checked.text(), parameters));
        } finally {
            evaluation.end();
        }
    }

    private Optional<ConditionError> certainty(CelAbstractSyntaxTree tree, ClauseText text, Parameters parameters) {
        Certainty found = new Certainties(tree, names).of(tree.getExpr(), true);
        return found.isNone()
                ? Optional.empty()
                : Optional.of(text.error(text.start(tree.getExpr()), found.words(parameters)));
    }

    private static Optional<String> objection(CelAbstractSyntaxTree tree, Optional<Set<String>> eventTypes) {
        CelType type = tree.getResultType();
        if (type.equals(SimpleType.DYN)) {
            return Optional.of("may be anything; a condition must be bool: compare it, as in ... == true");
        }
        if (!type.equals(SimpleType.BOOL)) {
            return Optional.of("is " + OperatorWords.plain(type.name()) + "; a condition must be bool");
        }
        if (eventTypes.filter(Set::isEmpty).isPresent()) {
            return Optional.of("can never hold: no event has two types; join them with || instead of &&");
        }
        return always(tree, tree.getExpr());
    }

    private static Optional<String> always(CelAbstractSyntaxTree tree, CelExpr expression) {
        return new Constants(tree)
                .truth(expression)
                .map(truth -> truth
                        ? "always holds, whatever the step; compare something of the step"
                        : "can never hold, whatever the step; compare something of the step");
    }
}
