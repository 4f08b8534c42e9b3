package dev.ripcord.detection;

import dev.ripcord.condition.Condition;
import dev.ripcord.fact.Step;
import dev.ripcord.pattern.Contiguity;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Element;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.MalformedPatternException;
import org.apache.flink.cep.pattern.Pattern;

/**
 * Says a definition in flink-cep's own words, and has flink-cep compile it.
 *
 * <p>The skip strategy is {@code noSkip}: any other can hold a finished match back while an earlier one is still open.
 *
 * <p>An element's {@code within} is part of its condition, as {@code same} is. flink-cep has windows after the previous
 * step as well, but they hold for the state that a match rests in and not for the step that it takes: the last of
 * several steps has none, a step that comes right after an optional or a repeated element is not asked, and where an
 * element may be left out they end the match that would go on without it. So they are only set where that last cannot
 * be, and make flink-cep forget earlier what can take nothing any more.
 */
final class PatternCompiler {
    private static final Condition ANY_STEP = (step, earlier, parameters) -> true;

    private final Definition definition;
    private final Clauses clauses;
    private final EffectiveParameters parameters;
    private final List<String> names;

    private PatternCompiler(Definition definition, Clauses clauses, EffectiveParameters parameters) {
        this.definition = definition;
        this.clauses = clauses;
        this.parameters = parameters;
        this.names = definition.sequence().stream()
                .flatMap(Clauses::flat)
                .map(Element::name)
                .toList();
    }

    static Compilation compile(Definition definition, Clauses clauses, EffectiveParameters parameters) {
        List<String> incomparable = incomparable(definition);
        if (!incomparable.isEmpty()) {
            return new Compilation.Refused(incomparable);
        }
        try {
            CompiledPattern pattern = CompiledPattern.of(pattern(definition, clauses, parameters));
            List<String> objections = Objections.to(pattern);
            return objections.isEmpty() ? new Compilation.Done(pattern) : new Compilation.Refused(objections);
        } catch (MalformedPatternException | UnsupportedOperationException | IllegalArgumentException refused) {
            return new Compilation.Refused(List.of("flink-cep does not compile it: " + refused.getMessage()));
        }
    }

    /** A step is kept without its payload: what stands only there cannot be compared with a later step. */
    private static List<String> incomparable(Definition definition) {
        return definition.sequence().stream()
                .flatMap(Clauses::flat)
                .flatMap(element -> element.same().stream()
                        .filter(path -> StepPath.of(path).isEmpty())
                        .map(path -> "element " + element.name() + ": same names " + path + "; it must be "
                                + StepPath.EXPECTED))
                .toList();
    }

    /** @return what stock {@code CEP.pattern} would be given */
    static Pattern<Step, Step> pattern(Definition definition, Clauses clauses, EffectiveParameters parameters) {
        PatternCompiler compiler = new PatternCompiler(definition, clauses, parameters);
        Pattern<Step, Step> pattern = compiler.sequence(definition.sequence(), false);
        return definition
                .within()
                .map(within -> pattern.within(within.resolve(parameters.overall())))
                .orElse(pattern);
    }

    private Pattern<Step, Step> sequence(List<Element> elements, boolean isGroup) {
        Pattern<Step, Step> pattern = null;
        for (Element element : elements) {
            boolean opensGroup = isGroup && pattern == null;
            Pattern<Step, Step> once = element.isGroup() ? group(pattern, element) : single(pattern, element);
            pattern = element.negated() ? once : repeated(once, element, opensGroup);
        }
        return pattern;
    }

    private Pattern<Step, Step> group(Pattern<Step, Step> before, Element element) {
        Pattern<Step, Step> group = sequence(element.group(), true);
        if (before == null) {
            return Pattern.begin(group, AfterMatchSkipStrategy.noSkip());
        }
        return switch (element.contiguity()) {
            case STRICT -> before.next(group);
            case RELAXED -> before.followedBy(group);
        };
    }

    private Pattern<Step, Step> single(Pattern<Step, Step> before, Element element) {
        Pattern<Step, Step> once = named(before, element);
        Condition where = clauses.where().get(element.name());
        Optional<Duration> within = within(element);
        return where == null && element.same().isEmpty() && within.isEmpty()
                ? once
                : once.where(condition(where, paths(element), within));
    }

    private static Pattern<Step, Step> named(Pattern<Step, Step> before, Element element) {
        if (before == null) {
            return Pattern.begin(element.name(), AfterMatchSkipStrategy.noSkip());
        }
        return switch (element.contiguity()) {
            case STRICT -> element.negated() ? before.notNext(element.name()) : before.next(element.name());
            case RELAXED ->
                element.negated() ? before.notFollowedBy(element.name()) : before.followedBy(element.name());
        };
    }

    private Pattern<Step, Step> repeated(Pattern<Step, Step> once, Element element, boolean opensGroup) {
        Occurrences occurs = Occurrences.of(element, parameters.overall());
        boolean mustFollow = !element.optional() && !opensGroup;
        Pattern<Step, Step> pattern = occurs.applied(once, within(element).filter(window -> mustFollow));
        if (occurs.repeats() && element.times().between() == Contiguity.STRICT) {
            pattern = pattern.consecutive();
        }
        if (occurs.varies() && element.times().greedy()) {
            pattern = pattern.greedy();
        }
        if (element.until().isPresent()) {
            pattern = pattern.until(condition(clauses.until().get(element.name()), List.of(), Optional.empty()));
        }
        return element.optional() ? pattern.optional() : pattern;
    }

    private StepCondition condition(Condition clause, List<StepPath> same, Optional<Duration> within) {
        return new StepCondition(clause == null ? ANY_STEP : clause, same, within, parameters, names);
    }

    private Optional<Duration> within(Element element) {
        return element.within().map(within -> within.resolve(parameters.overall()));
    }

    private static List<StepPath> paths(Element element) {
        return element.same().stream()
                .flatMap(path -> StepPath.of(path).stream())
                .toList();
    }
}
