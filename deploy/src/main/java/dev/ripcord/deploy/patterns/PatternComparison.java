package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.patterns.PatternDifference.Kind;
import dev.ripcord.deploy.patterns.PatternDifference.Value;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.ActivationReader;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.time.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares what is in force with the definitions of a directory. */
public final class PatternComparison {
    private static final Map<String, Function<Definition, Object>> KEYS = keys();

    private final PatternLog log;
    private final Map<String, Definition> directory = new LinkedHashMap<>();

    private PatternComparison(PatternLog log, List<Definition> definitions) {
        this.log = log;
        definitions.forEach(definition -> directory.put(definition.id(), definition));
    }

    /** @return one for each id that either has, in their order */
    public static List<PatternDifference> of(PatternLog log, List<Definition> definitions) {
        var comparison = new PatternComparison(log, definitions);
        var ids = new TreeSet<>(comparison.directory.keySet());
        ids.addAll(log.active());
        return ids.stream().map(comparison::difference).toList();
    }

    private static Map<String, Function<Definition, Object>> keys() {
        var keys = new LinkedHashMap<String, Function<Definition, Object>>();
        keys.put("version", Definition::version);
        keys.put("title", Definition::title);
        keys.put("why", Definition::why);
        keys.put("scope", Definition::scope);
        keys.put("action", Definition::action);
        keys.put("severity", Definition::severity);
        keys.put("escalation", Definition::escalation);
        keys.put("blast_radius", Definition::blastRadius);
        keys.put("parameters", Definition::parameters);
        keys.put("sequence", Definition::sequence);
        keys.put("within", Definition::within);
        keys.put("rearm", Definition::rearm);
        keys.put("applies_to", Definition::appliesTo);
        keys.put("overrides", Definition::overrides);
        keys.put("message", Definition::message);
        return keys;
    }

    private PatternDifference difference(String id) {
        var ours = Optional.ofNullable(directory.get(id));
        var activation =
                log.activation(id).map(PatternLog.Activated::activation).filter(one -> !one.deactivates());
        var live = activation.flatMap(this::definition);
        var keys = live.isPresent() && ours.isPresent() ? changedKeys(live.get(), ours.get()) : List.<String>of();
        var parameters = live.isPresent() && ours.isPresent()
                ? changedParameters(values(live.get(), activation.get()), values(ours.get()))
                : List.<Value>of();
        return new PatternDifference(
                id,
                kind(activation, ours, parameters),
                activation.map(one -> id + "@" + one.hash()).orElse(null),
                ours.map(Definition::key).orElse(null),
                ours.map(Definition::key).filter(log::hasDefinition).isPresent(),
                activation.map(Activation::mode).orElse(null),
                keys,
                parameters);
    }

    private static Kind kind(Optional<Activation> live, Optional<Definition> ours, List<Value> parameters) {
        if (live.isEmpty()) {
            return Kind.ADDED;
        }
        if (ours.isEmpty()) {
            return Kind.REMOVED;
        }
        if (!live.get().hash().equals(ours.get().hash())) {
            return Kind.CHANGED;
        }
        return parameters.isEmpty() ? Kind.SAME : Kind.PARAMETERS;
    }

    /** @return empty where it is not published any more, or was written by a newer version */
    private Optional<Definition> definition(Activation activation) {
        return log.definitions(activation.id()).stream()
                .map(PatternLog.Published::definition)
                .filter(published -> published.hash().equals(activation.hash()))
                .flatMap(published -> DefinitionReader.read(published.key(), published.yaml()).definitions().stream())
                .findFirst();
    }

    private static List<String> changedKeys(Definition live, Definition ours) {
        var changed = new ArrayList<String>();
        KEYS.forEach((key, value) -> {
            if (!Objects.equals(value.apply(live), value.apply(ours))) {
                changed.add(key);
            }
        });
        return changed;
    }

    private static Map<String, Object> values(Definition definition, Activation activation) {
        return ActivationReader.problems(definition, activation).isEmpty()
                ? ActivationReader.resolve(definition, activation).values()
                : values(definition);
    }

    private static Map<String, Object> values(Definition definition) {
        return definition.parameters(Map.of()).values();
    }

    private static List<Value> changedParameters(Map<String, Object> live, Map<String, Object> ours) {
        var names = new TreeSet<>(live.keySet());
        names.addAll(ours.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(live.get(name), ours.get(name)))
                .map(name -> new Value(name, written(live.get(name)), written(ours.get(name))))
                .toList();
    }

    private static Object written(Object value) {
        return value instanceof Duration duration ? Durations.format(duration) : value;
    }
}
