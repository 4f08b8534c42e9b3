package dev.ripcord.pattern;

import dev.ripcord.condition.ParameterType;
import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import dev.ripcord.source.Place;
import dev.ripcord.source.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks every {@code params.NAME} in the structure: that it is declared, and of the type that stands there. */
final class ReferenceCheck {
    private static final Pattern REFERENCE = Pattern.compile("params\\.([A-Za-z][A-Za-z0-9_]*)");

    private final Draft draft;
    private final List<Fault> faults;

    private ReferenceCheck(Draft draft, List<Fault> faults) {
        this.draft = draft;
        this.faults = faults;
    }

    static void check(Draft draft, List<Fault> faults) {
        var check = new ReferenceCheck(draft, faults);
        draft.root().get("within").ifPresent(written -> check.check(written, ParameterType.DURATION));
        draft.root().get("rearm").ifPresent(written -> check.check(written, ParameterType.DURATION));
        check.elements(draft.sequence());
    }

    private void elements(List<LocatedElement> elements) {
        for (LocatedElement element : elements) {
            element.at().get("times").ifPresent(written -> check(written, ParameterType.INT));
            element.at().get("within").ifPresent(written -> check(written, ParameterType.DURATION));
            elements(element.group());
        }
    }

    private void check(Located written, ParameterType type) {
        Matcher reference = REFERENCE.matcher(written.text().orElse(""));
        while (reference.find()) {
            Place place = written.inText().apply(new Place(1, reference.start() + 1));
            problem(reference.group(1), type).ifPresent(message -> faults.add(new Fault(place, message)));
        }
    }

    private Optional<String> problem(String name, ParameterType type) {
        if (draft.unread().contains(name)) {
            return Optional.empty();
        }
        List<Parameter> parameters = draft.definition().parameters();
        Optional<Parameter> declared = parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
        if (declared.isEmpty()) {
            List<String> names = parameters.stream().map(Parameter::name).toList();
            return Optional.of(
                    "parameter '" + name + "' is not declared" + Suggestion.hint(name, names, "the parameters are"));
        }
        return declared.filter(parameter -> parameter.type() != type)
                .map(parameter -> "parameter " + name + " is " + ParameterValue.shown(parameter.defaultValue())
                        + "; here it must be " + ParameterValue.expected(type));
    }
}
