package dev.ripcord.pattern;

import dev.ripcord.condition.Compiled;
import dev.ripcord.condition.Condition;
import dev.ripcord.condition.ConditionCompiler;
import dev.ripcord.condition.ConditionError;
import dev.ripcord.condition.ConditionScope;
import dev.ripcord.condition.ParameterType;
import dev.ripcord.condition.Parameters;
import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import dev.ripcord.source.Place;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compiles every clause of a definition and places its errors in the file. */
final class ClauseCheck {
    private static final String EARLIER_STEP = "earlier_step";

    private final Map<String, ParameterType> parameters;
    private final Parameters defaults;
    private final List<Fault> faults;

    /** The types of the only events that the sequence sees; empty for any. */
    private Optional<Set<String>> seen = Optional.empty();

    /** The elements whose steps a clause can read: those before its own. */
    private final Set<String> earlier = new LinkedHashSet<>();

    private ClauseCheck(Definition definition, List<Fault> faults) {
        this.parameters = definition.parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::type));
        this.defaults = definition.parameters(Map.of());
        this.faults = faults;
    }

    static void check(Draft draft, List<Fault> faults) {
        var check = new ClauseCheck(draft.definition(), faults);
        draft.root().get("sees").ifPresent(check::sees);
        check.elements(draft.sequence(), false);
        draft.root()
                .get("message")
                .ifPresent(text ->
                        check.place(text, ConditionCompiler.message(written(text), check.scope(check.earlier))));
    }

    private void sees(Located text) {
        Compiled<Condition> compiled = ConditionCompiler.condition(written(text), scope(Set.of()));
        place(text, compiled);
        if (compiled instanceof Compiled.Done<Condition> done) {
            seen = done.value().eventTypes();
            possible(text, done.value());
        }
    }

    private void where(Located text, Compiled<Condition> compiled, boolean takesSteps) {
        place(text, compiled);
        if (compiled instanceof Compiled.Done<Condition> done) {
            if (takesSteps) {
                possible(text, done.value());
            }
            Optional<Set<String>> asked = done.value().eventTypes();
            if (seen.isPresent() && asked.isPresent() && Collections.disjoint(seen.get(), asked.get())) {
                faults.add(new Fault(
                        text.place(),
                        "can never hold: sees shows this sequence " + words(seen.get())
                                + " only, and event.type is to be " + words(asked.get())));
            }
        }
    }

    /** With every parameter at its default the clause must be able to hold. */
    private void possible(Located text, Condition clause) {
        clause.contradiction(defaults).ifPresent(found -> faults.add(fault(text, found.error())));
    }

    private static String words(Set<String> types) {
        return String.join(" or ", new TreeSet<>(types));
    }

    private void elements(List<LocatedElement> elements, boolean repeated) {
        for (LocatedElement element : elements) {
            boolean repeats =
                    repeated || !SequenceExtent.isOnce(element.element().times());
            clauses(element, repeats);
            elements(element.group(), repeats);
            if (!element.element().negated() && !element.element().isGroup()) {
                earlier.add(element.name());
            }
        }
    }

    private void clauses(LocatedElement element, boolean repeats) {
        Set<String> readable = new LinkedHashSet<>(earlier);
        boolean takesSteps = !element.element().negated() && !element.element().isGroup();
        if (repeats && takesSteps) {
            // In a repetition the element's own name stands for the step that it took last.
            readable.add(element.name());
        }
        ConditionScope scope = scope(readable);
        element.at()
                .get("where")
                .ifPresent(text -> where(text, ConditionCompiler.condition(written(text), scope), takesSteps));
        element.at().get("until").ifPresent(text -> place(text, ConditionCompiler.condition(written(text), scope)));
        boolean nothingBefore = earlier.isEmpty() && !repeats;
        if (nothingBefore && element.at().has("same")) {
            faults.add(element.fault("same", "same compares with the step before, and there is none; remove same"));
        }
        if (nothingBefore && takesSteps && element.at().has("within")) {
            faults.add(element.fault("within", "within counts from the step before, and there is none; remove within"));
        }
        element.at().get("same").ifPresent(this::same);
    }

    private void same(Located paths) {
        paths.items().forEach(path -> path(path, written(path)));
    }

    /** A path is right where both its own step and an earlier one can be asked for it. */
    private void path(Located at, String path) {
        List<ConditionError> own = errors(ConditionCompiler.condition(path + " == " + path, scope(Set.of())));
        String comparison = path + " == " + EARLIER_STEP + "." + path;
        if (!own.isEmpty()) {
            faults.add(new Fault(at.place(), own.get(0).message()));
        } else if (!errors(ConditionCompiler.condition(comparison, scope(Set.of(EARLIER_STEP))))
                .isEmpty()) {
            faults.add(new Fault(
                    at.place(),
                    "an earlier step keeps no '" + path
                            + "'; it keeps the words of its event, such as event.tool, and its facts"));
        }
    }

    private ConditionScope scope(Set<String> readable) {
        return new ConditionScope(parameters, readable);
    }

    private static String written(Located text) {
        return text.json().asText();
    }

    private void place(Located text, Compiled<?> compiled) {
        errors(compiled).forEach(error -> faults.add(fault(text, error)));
    }

    /** @return the error at its place in the file */
    static Fault fault(Located text, ConditionError error) {
        Place within = new Place(error.line(), error.column());
        return new Fault(text.inText().apply(within), error.message());
    }

    private static List<ConditionError> errors(Compiled<?> compiled) {
        return compiled instanceof Compiled.Refused<?> refused ? refused.errors() : List.of();
    }
}
