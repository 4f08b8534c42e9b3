package dev.ripcord.pattern;

import dev.ripcord.condition.Parameters;
import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks how many steps a sequence takes and how long it waits for them, with every parameter at its default. */
final class ExtentCheck {
    private final Draft draft;
    private final Parameters defaults;
    private final List<Fault> faults;

    private ExtentCheck(Draft draft, List<Fault> faults) {
        this.draft = draft;
        this.defaults = draft.definition().parameters(Map.of());
        this.faults = faults;
    }

    /** To be called once references and parameters are known to be right. */
    static void check(Draft draft, List<Fault> faults) {
        var check = new ExtentCheck(draft, faults);
        check.within();
        check.elements(draft.sequence());
        SequenceExtent.tooMany(draft.definition().sequence(), check.defaults)
                .ifPresent(message -> faults.add(new Fault(draft.root().keyPlace("sequence"), message)));
        check.tenants();
    }

    private void within() {
        Definition definition = draft.definition();
        if (definition.within().isEmpty() && SequenceExtent.isLonger(definition.sequence())) {
            faults.add(new Fault(
                    draft.root().keyPlace("sequence"),
                    "within is missing; a sequence of more than one step would keep its beginnings for ever:"
                            + " add within, such as within: 10m"));
        }
        notZero(definition.within(), draft.root());
    }

    private void notZero(Optional<Argument<Duration>> within, Located at) {
        within.map(argument -> argument.resolve(defaults))
                .filter(Duration::isZero)
                .ifPresent(zero -> faults.add(
                        new Fault(at.get("within").orElseThrow().place(), "within is 0s; it must be longer")));
    }

    private void elements(List<LocatedElement> elements) {
        for (LocatedElement element : elements) {
            SequenceExtent.range(element.element(), defaults)
                    .ifPresent(message -> faults.add(
                            new Fault(element.at().get("times").orElseThrow().place(), message)));
            SequenceExtent.tooLong(draft.definition(), element.element(), defaults)
                    .ifPresent(message -> faults.add(
                            new Fault(element.at().get("within").orElseThrow().place(), message)));
            notZero(element.element().within(), element.at());
            elements(element.group());
        }
    }

    /** The defaults may be right, and a tenant's values not. */
    private void tenants() {
        List<ParameterOverride> overrides = draft.definition().overrides();
        for (int index = 0; index < overrides.size(); index++) {
            var place = draft.root()
                    .get("overrides")
                    .orElseThrow()
                    .items()
                    .get(index)
                    .keyPlace("parameters");
            for (String tenant : overrides.get(index).selector().tenants()) {
                SequenceExtent.problemsOf(tenant, draft.definition(), defaults)
                        .forEach(message -> faults.add(new Fault(place, message)));
            }
        }
    }
}
