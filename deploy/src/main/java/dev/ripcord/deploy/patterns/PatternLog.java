package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.kafka.TopicLog;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.outcome.RootCause;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.pattern.ToolProfile;
import dev.ripcord.source.Suggestion;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** What stands on {@code ripcord.patterns}: every definition that was published, and the latest activation of each id. */
public final class PatternLog {
    private final Map<String, Published> definitions = new TreeMap<>();
    private final Map<String, Activated> activations = new TreeMap<>();
    private final List<String> unreadable = new ArrayList<>();

    /** A definition and its place. */
    public record Published(PublishedDefinition definition, long offset) {
        /** @return what it says; empty where this version of Ripcord cannot read it */
        public Optional<Document> document() {
            return DefinitionReader.read(definition.key(), definition.yaml()).documents().stream()
                    .findFirst();
        }
    }

    /** An activation, due from the time that its record gives it, and its place. */
    public record Activated(Activation activation, long offset) {}

    private PatternLog() {}

    /**
     * For a look that finds slips: what was asked for is done also where nobody can say what is published.
     *
     * @param warnings is told where the topic cannot be read
     * @return empty then, and where there is no such topic
     */
    public static Optional<PatternLog> readIfPossible(KafkaAddress kafka, String consequence, Consumer<String> warnings)
            throws InterruptedException {
        boolean isThere = kafka.topics(consequence).contains(Topic.PATTERNS.topicName());
        try {
            return isThere ? Optional.of(read(kafka)) : Optional.empty();
        } catch (InterruptException ended) {
            throw ended;
        } catch (KafkaException unreadable) {
            warnings.accept("warning: " + Topic.PATTERNS.topicName() + " cannot be read (" + RootCause.of(unreadable)
                    + "); whether the name is that of a published pattern was not checked");
            return Optional.empty();
        }
    }

    public static PatternLog read(KafkaAddress kafka) {
        var log = new PatternLog();
        try (var topic = TopicLog.fromBeginning(kafka, Topic.PATTERNS)) {
            topic.toEnd(log::add);
        }
        return log;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        var key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        definitions.remove(key);
        activations.remove(key);
        if (record.value() == null) {
            return;
        }
        try {
            if (key.contains("@")) {
                definitions.put(
                        key, new Published(Json.read(record.value(), PublishedDefinition.class), record.offset()));
            } else {
                var activation = Json.read(record.value(), Activation.class).dueAfter(record.timestamp());
                activations.put(key, new Activated(activation, record.offset()));
            }
        } catch (IOException noPattern) {
            unreadable.add("the record '" + key + "' at offset " + record.offset() + " of " + record.topic()
                    + " cannot be read");
        }
    }

    /** @return in the order of their keys */
    public List<Published> definitions() {
        return List.copyOf(definitions.values());
    }

    /** @param key {@code id@hash} */
    public Optional<Document> document(String key) {
        return Optional.ofNullable(definitions.get(key)).flatMap(Published::document);
    }

    public boolean hasDefinition(String key) {
        return definitions.containsKey(key);
    }

    /** @return the definitions of an id, the latest version first; of one version, the one published last */
    public List<Published> definitions(String id) {
        return definitions.values().stream()
                .filter(published -> published.definition().id().equals(id))
                .sorted(Comparator.<Published>comparingInt(
                                published -> published.definition().version())
                        .thenComparingLong(Published::offset)
                        .reversed())
                .toList();
    }

    /** @return of all that is published, in alphabetical order */
    Set<String> ids() {
        return definitions.values().stream()
                .map(published -> published.definition().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return ids that an activation puts in force, as far as the guard does not refuse it */
    public Set<String> active() {
        return activations.values().stream()
                .map(Activated::activation)
                .filter(activation -> !activation.deactivates())
                .map(Activation::id)
                .collect(Collectors.toSet());
    }

    public Optional<Activated> activation(String id) {
        return Optional.ofNullable(activations.get(id));
    }

    /**
     * @param consequence what does not happen otherwise, such as "nothing was promoted"
     * @return the latest activation of the id
     * @throws Refusal where the id is not active
     */
    public Activated requireActive(String id, String consequence) {
        var active = active();
        if (!active.contains(id)) {
            throw new Refusal(List.of(inactive(id, active)), consequence, ExitCode.FAILED);
        }
        return activations.get(id);
    }

    /** Lists show {@code id@hash}, and somebody may give that. An id that is not even published is a slip. */
    private String inactive(String id, Set<String> active) {
        var word = id.replaceFirst("@.*", "");
        if (Suggestion.nearest(word, active).isEmpty() && definitions(word).isEmpty()) {
            return unpublished(word);
        }
        var hint = active.isEmpty() ? "; no pattern is" : Suggestion.hint(word, active, "active are");
        return "'" + id + "' is not active" + hint;
    }

    /** @return that it was never activated, and which id was probably meant */
    String neverActivated(String id) {
        return "'" + id + "' was never activated: there is nothing to go back to"
                + Suggestion.nearest(id.replaceFirst("@.*", ""), activations.keySet())
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
    }

    /** @return whether a pattern of that id is published, and not what is said of tools */
    public boolean hasPattern(String id) {
        return latest(id).filter(Definition.class::isInstance).isPresent();
    }

    /**
     * @param consequence what does not happen otherwise, such as "nothing was muted"
     * @throws Refusal where what is published under the id is said of tools, which gives no signals
     */
    public void requireNoTools(String id, String consequence) {
        if (latest(id).filter(ToolProfile.class::isInstance).isPresent()) {
            var reason = "'" + id + "' says what tools are: it halts nobody, so there is nothing to mute;"
                    + " to take it out of force: ripcord patterns deactivate " + id;
            throw new Refusal(List.of(reason), consequence, ExitCode.INVALID);
        }
    }

    private Optional<Document> latest(String id) {
        return definitions(id).stream().findFirst().flatMap(Published::document);
    }

    /**
     * @param consequence what does not happen otherwise, such as "nothing was muted"
     * @throws Refusal where no definition of the id is published
     */
    public void requirePublished(String id, String consequence) {
        slip(id).ifPresent(reason -> {
            throw new Refusal(List.of(reason), consequence, ExitCode.INVALID);
        });
    }

    /** @return that no definition of the id is published, and which id was probably meant; empty where one is */
    public Optional<String> slip(String id) {
        return definitions(id).isEmpty() ? Optional.of(unpublished(id)) : Optional.empty();
    }

    /** @throws Refusal where an id is published as the other kind: activated, one would take the place of the other */
    void requireSameKind(List<? extends Document> documents) {
        var clashes = documents.stream()
                .flatMap(document ->
                        document.clash(definitions.values().stream().flatMap(one -> one.document().stream())).stream())
                .toList();
        if (!clashes.isEmpty()) {
            throw new Refusal(clashes, "nothing was published", ExitCode.INVALID);
        }
    }

    /** @return why the id cannot be used, and which was probably meant */
    String unpublished(String id) {
        var ids = ids();
        return ids.isEmpty()
                ? "no definition is published; publish it with: ripcord patterns publish FILE"
                : "no definition '" + id + "' is published" + Suggestion.hint(id, ids, "there are");
    }

    /** @return the activation, knowing what it takes the place of */
    Activation replacing(Activation activation) {
        return activation(activation.id())
                .map(latest -> activation.replacing(latest.activation()))
                .orElse(activation);
    }

    /** @return a line for each record that is neither */
    public List<String> unreadable() {
        return unreadable;
    }
}
