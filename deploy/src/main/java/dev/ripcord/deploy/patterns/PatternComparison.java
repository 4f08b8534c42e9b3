package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.patterns.PatternDifference.Kind;
import dev.ripcord.deploy.patterns.PatternDifference.Value;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.ActivationReader;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.ToolProfile;
import dev.ripcord.time.Durations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Compares what is in force with the definitions of a directory. */
public final class PatternComparison {
    private final PatternLog log;
    private final Map<String, Document> directory = new LinkedHashMap<>();

    private PatternComparison(PatternLog log, List<Document> documents) {
        this.log = log;
        documents.forEach(document -> directory.put(document.id(), document));
    }

    /** @return one for each id that either has, in their order */
    public static List<PatternDifference> of(PatternLog log, List<Document> documents) {
        var comparison = new PatternComparison(log, documents);
        var ids = new TreeSet<>(comparison.directory.keySet());
        ids.addAll(log.active());
        return ids.stream().map(comparison::difference).toList();
    }

    private PatternDifference difference(String id) {
        var ours = Optional.ofNullable(directory.get(id));
        var activation =
                log.activation(id).map(PatternLog.Activated::activation).filter(one -> !one.deactivates());
        var live = activation.flatMap(one -> log.document(id + "@" + one.hash()));
        var keys =
                live.isPresent() && ours.isPresent() ? DocumentKeys.changed(live.get(), ours.get()) : List.<String>of();
        var parameters = live.isPresent() && ours.isPresent()
                ? changedParameters(values(live.get(), activation.get()), values(ours.get()))
                : List.<Value>of();
        return new PatternDifference(
                id,
                kind(activation, ours, parameters),
                activation.map(one -> id + "@" + one.hash()).orElse(null),
                ours.map(Document::key).orElse(null),
                ours.map(Document::key).filter(log::hasDefinition).isPresent(),
                activation.map(Activation::mode).orElse(null),
                keys,
                parameters,
                live.isPresent() && ours.isPresent() ? changedTools(live.get(), ours.get()) : List.of());
    }

    private static List<Value> changedTools(Document live, Document ours) {
        return live instanceof ToolProfile one && ours instanceof ToolProfile other
                ? ToolWords.changed(one, other)
                : List.of();
    }

    private static Kind kind(Optional<Activation> live, Optional<Document> ours, List<Value> parameters) {
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

    private static Map<String, Object> values(Document document, Activation activation) {
        return document instanceof Definition definition ? values(definition, activation) : Map.of();
    }

    private static Map<String, Object> values(Document document) {
        return document instanceof Definition definition ? values(definition) : Map.of();
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
