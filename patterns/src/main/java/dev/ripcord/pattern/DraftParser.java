package dev.ripcord.pattern;

import dev.ripcord.condition.ParameterType;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.source.Located;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a definition from its document. What the schema refuses is passed over: it was complained about already. */
final class DraftParser {
    static final Duration DEFAULT_REARM = Duration.ofMinutes(10);

    private final Located root;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    private DraftParser(Located root) {
        this.root = root;
    }

    static Draft parse(Located root, String source) {
        return new DraftParser(root).draft(source);
    }

    private Draft draft(String source) {
        readParameters();
        List<LocatedElement> sequence =
                root.get("sequence").map(ElementParser::elements).orElse(List.of());
        var definition = new Definition(
                text("id"),
                root.get("version").map(version -> version.json().asInt()).orElse(0),
                "",
                text("title"),
                text("why"),
                word(ScopeKind.class, "scope", ScopeKind.SESSION),
                word(Action.class, "action", Action.OBSERVE),
                word(Severity.class, "severity", Severity.INFO),
                word(Escalation.class, "escalation", Escalation.NONE),
                word(BlastRadius.class, "blast_radius", BlastRadius.CAPPED),
                parameters,
                root.text("sees"),
                sequence.stream().map(LocatedElement::element).toList(),
                root.get("within").flatMap(ArgumentParser::duration),
                root.get("rearm").flatMap(ArgumentParser::duration).orElse(Argument.of(DEFAULT_REARM)),
                root.get("applies_to").map(Selector::in).orElse(Selector.ALL),
                overrides(),
                text("message"),
                source);
        return new Draft(root, definition, sequence, unread);
    }

    private String text(String key) {
        return root.text(key).orElse("");
    }

    private <E extends Enum<E>> E word(Class<E> type, String key, E otherwise) {
        String written = root.text(key).orElse("").toUpperCase(Locale.ROOT);
        return List.of(type.getEnumConstants()).stream()
                .filter(value -> value.name().equals(written))
                .findFirst()
                .orElse(otherwise);
    }

    private void readParameters() {
        root.get("parameters").map(Located::children).orElse(Map.of()).forEach((name, at) -> {
            Optional<Object> value = at.get("default").map(Located::json).flatMap(ParameterValue::inferred);
            value.ifPresentOrElse(
                    defaultValue -> parameters.add(parameter(name, at, defaultValue)), () -> unread.add(name));
        });
    }

    private static Parameter parameter(String name, Located at, Object defaultValue) {
        ParameterType type = ParameterValue.typeOf(defaultValue);
        return new Parameter(
                name,
                type,
                defaultValue,
                bound(at, "minimum", type),
                bound(at, "maximum", type),
                at.text("description").orElse(""));
    }

    private static Optional<Object> bound(Located at, String key, ParameterType type) {
        return at.get(key)
                .filter(written -> ParameterValue.isOrdered(type))
                .flatMap(written -> ParameterValue.converted(written.json(), type));
    }

    private List<ParameterOverride> overrides() {
        return root.get("overrides").map(Located::items).orElse(List.of()).stream()
                .map(this::override)
                .toList();
    }

    private ParameterOverride override(Located at) {
        Map<String, Object> values = new HashMap<>();
        for (Parameter parameter : parameters) {
            at.get("parameters")
                    .flatMap(written -> written.get(parameter.name()))
                    .flatMap(written -> ParameterValue.converted(written.json(), parameter.type()))
                    .ifPresent(value -> values.put(parameter.name(), value));
        }
        return new ParameterOverride(Selector.in(at), at.has("role"), values);
    }
}
