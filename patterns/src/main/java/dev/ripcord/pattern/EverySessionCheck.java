package dev.ripcord.pattern;

import dev.ripcord.condition.ConditionCompiler;
import dev.ripcord.condition.ConditionError;
import dev.ripcord.condition.ConditionScope;
import dev.ripcord.condition.Parameters;
import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses a pattern that would stop every session at its first steps: where one step is all that a match needs, there
 * must be a clause that does not hold for each. Who only warns, or names those whom it is for, may mean it.
 */
final class EverySessionCheck {
    private static final String ANY = "*";

    private final Draft draft;
    private final Parameters defaults;
    private final ConditionScope scope;

    private EverySessionCheck(Draft draft) {
        this.draft = draft;
        this.defaults = draft.definition().parameters(Map.of());
        this.scope = ClauseScope.of(draft.definition());
    }

    /** To be called once all else is right. */
    static void check(Draft draft, List<Fault> faults) {
        Definition definition = draft.definition();
        if (definition.action().stops() && !isForSome(definition.appliesTo())) {
            new EverySessionCheck(draft).fault().ifPresent(faults::add);
        }
    }

    /** A tool's name leaves out all steps without one, whatever it is. */
    private static boolean isForSome(Selector selector) {
        return !selector.tools().isEmpty()
                || Stream.of(selector.tenants(), selector.agents())
                        .anyMatch(names -> !names.isEmpty() && !names.contains(ANY));
    }

    private Optional<Fault> fault() {
        List<LocatedElement> needed = needed(draft.sequence()).toList();
        return needed.size() != 1 || seesSome() ? Optional.empty() : fault(needed.get(0));
    }

    private boolean seesSome() {
        return draft.root()
                .get("sees")
                .filter(text -> certainty(text).isEmpty())
                .isPresent();
    }

    private Optional<Fault> fault(LocatedElement only) {
        boolean leavesStepsOut = only.at().has("same") || only.at().has("until");
        if (leavesStepsOut) {
            return Optional.empty();
        }
        Optional<Located> where = only.at().get("where");
        return where.isEmpty()
                ? Optional.of(
                        only.fault("name", "every step of every session would be stopped by this pattern; add a where"))
                : certainty(where.get()).map(error -> ClauseCheck.fault(where.get(), withRemedy(error)));
    }

    private static ConditionError withRemedy(ConditionError error) {
        return new ConditionError(
                error.line(),
                error.column(),
                error.message() + "; this pattern would stop them all: ask for more than that, or let action be warn");
    }

    private Optional<ConditionError> certainty(Located text) {
        return ConditionCompiler.certainty(text.json().asText(), scope, defaults);
    }

    /** @return the elements without whose steps there is no match, one for each step that is needed of it */
    private Stream<LocatedElement> needed(List<LocatedElement> elements) {
        return elements.stream()
                .filter(element ->
                        !element.element().optional() && !element.element().negated())
                .flatMap(element -> Stream.generate(() -> element)
                        .limit(Math.min(2, element.element().times().from().resolve(defaults)))
                        .flatMap(this::taken));
    }

    private Stream<LocatedElement> taken(LocatedElement element) {
        boolean isOpen = element.at().has("group") && !element.at().has("until");
        return isOpen ? needed(element.group()) : Stream.of(element);
    }
}
