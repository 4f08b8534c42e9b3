package dev.ripcord.pattern;

import dev.ripcord.condition.ParameterType;
import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import java.util.List;
import java.util.Optional;

/** Checks the declared parameters: bounds of the default's type and in order, the default within them. */
final class ParameterCheck {
    private final StructureUse use;
    private final List<Fault> faults;

    private ParameterCheck(StructureUse use, List<Fault> faults) {
        this.use = use;
        this.faults = faults;
    }

    static void check(Draft draft, List<Fault> faults) {
        var check = new ParameterCheck(StructureUse.of(draft.definition()), faults);
        for (Parameter parameter : draft.definition().parameters()) {
            check.check(parameter, draft.parameters().get(parameter.name()));
        }
    }

    private void check(Parameter parameter, Located at) {
        ReservedNames.ofParameter(parameter.name()).ifPresent(message -> faults.add(new Fault(at.keyPlace(), message)));
        boundType(parameter, at, "minimum");
        boundType(parameter, at, "maximum");
        Located value = at.get("default").orElseThrow();
        ParameterBounds.breach(parameter, parameter.defaultValue(), use)
                .ifPresent(message -> faults.add(new Fault(value.place(), message)));
        inOrder(parameter, at);
    }

    private void inOrder(Parameter parameter, Located at) {
        Optional<Object> least = parameter.minimum();
        Optional<Object> most = parameter.maximum();
        if (least.isPresent() && most.isPresent() && ParameterValue.compare(least.get(), most.get()) > 0) {
            faults.add(new Fault(
                    at.get("minimum").orElseThrow().place(),
                    "minimum is " + ParameterValue.shown(least.get()) + "; it must not be above maximum "
                            + ParameterValue.shown(most.get())));
        }
    }

    private void boundType(Parameter parameter, Located at, String key) {
        ParameterType type = parameter.type();
        at.get(key).filter(bound -> !isOfType(bound, type)).ifPresent(bound -> {
            String written = ParameterValue.inferred(bound.json())
                    .map(ParameterValue::shown)
                    .orElse("unreadable");
            faults.add(
                    ParameterValue.isOrdered(type)
                            ? new Fault(
                                    bound.place(),
                                    key + " is " + written + "; it must be " + ParameterValue.expected(type)
                                            + ", as the default is")
                            : new Fault(
                                    bound.keyPlace(),
                                    key + " has no meaning where the default is " + ParameterValue.expected(type)
                                            + "; remove it"));
        });
    }

    private static boolean isOfType(Located bound, ParameterType type) {
        return ParameterValue.isOrdered(type)
                && ParameterValue.converted(bound.json(), type).isPresent();
    }
}
