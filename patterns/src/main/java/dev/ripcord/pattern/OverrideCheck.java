package dev.ripcord.pattern;

import dev.ripcord.condition.Parameters;
import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import dev.ripcord.source.Place;
import dev.ripcord.source.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that overrides give declared parameters values that these may have, for somebody in particular. */
final class OverrideCheck {
    private final Draft draft;
    private final StructureUse use;
    private final List<Fault> faults;

    private OverrideCheck(Draft draft, List<Fault> faults) {
        this.draft = draft;
        this.use = StructureUse.of(draft.definition());
        this.faults = faults;
    }

    static void check(Draft draft, List<Fault> faults) {
        var check = new OverrideCheck(draft, faults);
        draft.root().get("overrides").map(Located::items).orElse(List.of()).forEach(check::override);
    }

    /** Checks, once all else is right, that every clause can hold with the values of each override. */
    static void settings(Draft draft, List<Fault> faults) {
        Definition definition = draft.definition();
        Map<Parameters, OverriddenSettings.Named> settings =
                new OverriddenSettings(definition).of(definition.parameters(Map.of()));
        if (settings.isEmpty()) {
            return;
        }
        ClauseSettings clauses = new ClauseSettings(definition);
        List<Located> overrides = draft.root().get("overrides").orElseThrow().items();
        settings.forEach((setting, named) -> {
            Place place = overrides.get(named.last()).keyPlace("parameters");
            clauses.problemsOfSome(setting)
                    .forEach(problem -> faults.add(new Fault(place, named.words() + ", " + problem)));
        });
    }

    private void override(Located at) {
        at.get("parameters").map(Located::children).orElse(Map.of()).forEach((name, value) -> {
            Optional<Parameter> declared = draft.definition().parameters().stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .findFirst();
            declared.ifPresentOrElse(parameter -> value(parameter, value, at), () -> unknown(name, value));
        });
    }

    private void unknown(String name, Located value) {
        if (draft.unread().contains(name)) {
            return;
        }
        List<String> names =
                draft.definition().parameters().stream().map(Parameter::name).toList();
        faults.add(new Fault(
                value.keyPlace(),
                "parameter '" + name + "' is not declared" + Suggestion.hint(name, names, "the parameters are")));
    }

    private void value(Parameter parameter, Located written, Located override) {
        Optional<Object> value = ParameterValue.converted(written.json(), parameter.type());
        if (value.isEmpty()) {
            String found = ParameterValue.inferred(written.json())
                    .map(ParameterValue::shown)
                    .orElse("no value");
            faults.add(new Fault(
                    written.place(),
                    "parameter " + parameter.name() + " is " + found + "; it must be "
                            + ParameterValue.expected(parameter.type())));
            return;
        }
        ParameterBounds.breach(parameter, value.get(), use)
                .ifPresent(message -> faults.add(new Fault(written.place(), message)));
        boolean perStep = override.has("agent") || override.has("tool") || override.has("role");
        List<String> keys = use.keys(parameter.name());
        if (perStep && !keys.isEmpty()) {
            faults.add(new Fault(
                    written.keyPlace(),
                    "parameter " + parameter.name() + " shapes the sequence (" + String.join(", ", keys)
                            + "), and agent, tool and role change from step to step; override it by tenant only"));
        }
    }
}
