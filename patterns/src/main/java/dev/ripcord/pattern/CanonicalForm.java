package dev.ripcord.pattern;

import dev.ripcord.halt.ScopeKind;
import dev.ripcord.time.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a document says, in one form only: sorted keys, one spelling for each value, and nothing that is at its
 * default. A key that a later version of Ripcord adds therefore leaves the hashes of today's definitions as they are.
 */
final class CanonicalForm {
    private CanonicalForm() {}

    static Map<String, Object> of(Definition definition) {
        Map<String, Object> form = new TreeMap<>();
        form.put("id", definition.id());
        form.put("version", definition.version());
        form.put("title", definition.title());
        form.put("why", definition.why());
        form.put("action", definition.action());
        form.put("severity", definition.severity());
        form.put("message", definition.message());
        form.put("sequence", elements(definition.sequence()));
        definition.sees().ifPresent(sees -> form.put("sees", sees));
        put(form, "scope", definition.scope(), ScopeKind.SESSION);
        put(form, "escalation", definition.escalation(), Escalation.NONE);
        put(form, "blast_radius", definition.blastRadius(), BlastRadius.CAPPED);
        put(form, "parameters", parameters(definition.parameters()), Map.of());
        definition.within().ifPresent(within -> form.put("within", text(within)));
        put(form, "rearm", text(definition.rearm()), Durations.format(DraftParser.DEFAULT_REARM));
        put(form, "applies_to", selector(definition.appliesTo()), Map.of());
        put(form, "overrides", overrides(definition.overrides()), List.of());
        return form;
    }

    static Map<String, Object> of(ToolProfile profile) {
        Map<String, Object> form = new TreeMap<>();
        form.put("kind", "tools");
        form.put("id", profile.id());
        form.put("version", profile.version());
        form.put("title", profile.title());
        put(form, "applies_to", selector(profile.appliesTo()), Map.of());
        form.put(
                "tools",
                profile.rows().stream()
                        .sorted(Comparator.comparing(row -> String.join("\n", sorted(row.tools()))))
                        .map(CanonicalForm::row)
                        .toList());
        return form;
    }

    private static Map<String, Object> row(ToolRow row) {
        Map<String, Object> form = new TreeMap<>();
        form.put("tool", sorted(row.tools()));
        row.role().ifPresent(role -> form.put("role", role));
        put(form, "volatile", sorted(row.volatileFields()), List.of());
        form.put("why", row.why());
        return form;
    }

    private static Map<String, Object> parameters(List<Parameter> parameters) {
        Map<String, Object> form = new TreeMap<>();
        for (Parameter parameter : parameters) {
            Map<String, Object> values = new TreeMap<>();
            values.put("type", parameter.type());
            values.put("default", value(parameter.defaultValue()));
            values.put("description", parameter.description());
            parameter.minimum().ifPresent(least -> values.put("minimum", value(least)));
            parameter.maximum().ifPresent(most -> values.put("maximum", value(most)));
            form.put(parameter.name(), values);
        }
        return form;
    }

    private static List<Object> elements(List<Element> elements) {
        List<Object> form = new ArrayList<>();
        elements.forEach(element -> form.add(element(element)));
        return form;
    }

    private static Map<String, Object> element(Element element) {
        Map<String, Object> form = new TreeMap<>();
        form.put("name", element.name());
        element.where().ifPresent(where -> form.put("where", where));
        put(form, "times", times(element.times()), "1..1");
        put(form, "contiguity", element.contiguity(), Contiguity.RELAXED);
        put(form, "not", element.negated(), false);
        put(form, "optional", element.optional(), false);
        put(form, "greedy", element.times().greedy(), false);
        element.until().ifPresent(until -> form.put("until", until));
        put(form, "between", element.times().between(), Contiguity.RELAXED);
        put(form, "same", sorted(element.same()), List.of());
        element.within().ifPresent(within -> form.put("within", text(within)));
        put(form, "group", elements(element.group()), List.of());
        return form;
    }

    private static String times(Times times) {
        return text(times.from()) + ".." + times.to().map(CanonicalForm::text).orElse("");
    }

    private static List<Object> overrides(List<ParameterOverride> overrides) {
        List<Object> form = new ArrayList<>();
        for (ParameterOverride override : overrides) {
            Map<String, Object> values = new TreeMap<>(selector(override.selector()));
            put(values, "role", override.polls() ? ToolRole.POLLS : "", "");
            Map<String, Object> parameters = new TreeMap<>();
            override.parameters().forEach((name, value) -> parameters.put(name, value(value)));
            values.put("parameters", parameters);
            form.add(values);
        }
        return form;
    }

    private static Map<String, Object> selector(Selector selector) {
        Map<String, Object> form = new TreeMap<>();
        put(form, "tenant", sorted(selector.tenants()), List.of());
        put(form, "agent", sorted(selector.agents()), List.of());
        put(form, "tool", sorted(selector.tools()), List.of());
        return form;
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }

    private static String text(Argument<?> argument) {
        return argument instanceof Argument.Reference<?> reference
                ? ArgumentParser.REFERENCE + reference.parameter()
                : String.valueOf(value(((Argument.Literal<?>) argument).value()));
    }

    private static Object value(Object value) {
        return value instanceof Duration duration ? Durations.format(duration) : value;
    }

    private static void put(Map<String, Object> form, String key, Object value, Object byDefault) {
        if (!value.equals(byDefault)) {
            form.put(key, value);
        }
    }
}
