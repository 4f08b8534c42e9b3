package dev.ripcord.detection;

import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Document;
import dev.ripcord.signal.PatternStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The definitions and activations of {@code ripcord.patterns}, of patterns and of what is said of tools, and what was in
 * force at any Kafka time. Not for use by several threads.
 *
 * <p>Records are applied in the order of their offsets, each once. What is bad is refused with its reasons, and the last
 * good one stays. An activation whose definition is not known is refused for now and waits; it counts, from its own
 * time, as soon as the definition comes. Taking back a definition that is in force, or will be, is refused: deactivate
 * it first.
 */
public final class PatternBook {
    static final int MOST_DEFINITIONS = 1_000;

    /** Partitions in catch-up may each be at another time, with an activation between any two. */
    private static final int MOST_TIMES = 16;

    private final Map<String, Booked> definitions = new TreeMap<>();
    private final Map<String, ActivationHistory> histories = new TreeMap<>();
    /** Of different times, the one used last first. */
    private final List<InForce> inForce = new ArrayList<>();

    private final int mostDefinitions;
    private final int mostActivations;
    private long newest = -1;

    public PatternBook() {
        this(MOST_DEFINITIONS, ActivationHistory.MOST);
    }

    private PatternBook(int mostDefinitions, int mostActivations) {
        this.mostDefinitions = mostDefinitions;
        this.mostActivations = mostActivations;
    }

    /** @return a book that remembers all: for a history of any length, whose records come before its first event */
    public static PatternBook ofAllTime() {
        return new PatternBook(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /**
     * @return a book of documents that are all enforced, at any time: for tests and trials
     * @throws IllegalArgumentException where one cannot be
     */
    public static PatternBook enforcing(List<? extends Document> documents) {
        return EnforcedBook.of(documents, Map.of());
    }

    /** @param parameters of the patterns among them, as an activation gives them */
    public static PatternBook enforcing(List<? extends Document> documents, Map<String, Object> parameters) {
        return EnforcedBook.of(documents, parameters);
    }

    /** @return what became of it, then of the activations that waited for it; nothing where it was applied before */
    public List<PatternStatus> apply(PatternRecord record) {
        if (record.offset() <= newest) {
            return List.of();
        }
        newest = record.offset();
        inForce.clear();
        try {
            return record.isDefinition() ? define(record) : List.of(activate(record));
        } catch (Refusal refusal) {
            return List.of(Statuses.refused(record, refusal));
        } catch (RuntimeException | StackOverflowError unforeseen) {
            // The topic is compacted: a record that stops the guard once would stop it at every start.
            return List.of(Statuses.refused(record, new Refusal("it cannot be judged by: " + unforeseen)));
        }
    }

    /** @return what an event of that Kafka time is judged by */
    public ActivePatterns at(String tenant, long kafkaTime) {
        if (inForce.isEmpty() || !inForce.get(0).covers(kafkaTime)) {
            inForce.add(0, taken(kafkaTime));
        }
        return inForce.get(0).of(tenant);
    }

    /** @return what was in force then, out of the list where it is known */
    private InForce taken(long kafkaTime) {
        for (int place = 0; place < inForce.size(); place++) {
            if (inForce.get(place).covers(kafkaTime)) {
                return inForce.remove(place);
            }
        }
        if (inForce.size() >= MOST_TIMES) {
            inForce.remove(inForce.size() - 1);
        }
        return assembled(kafkaTime);
    }

    /** @return how many patterns are in force, or will be once their time has come */
    public int active() {
        return (int) newestActivations().filter(BookedActivation::isOfPattern).count();
    }

    /** @return the records that make up this book again, in the order of their offsets */
    public List<PatternRecord> records() {
        Stream<PatternRecord> activations = histories.values().stream()
                .flatMap(history -> history.all().stream())
                .map(BookedActivation::record);
        return Stream.concat(definitions.values().stream().map(Booked::record), activations)
                .sorted(Comparator.comparingLong(PatternRecord::offset))
                .toList();
    }

    private List<PatternStatus> define(PatternRecord record) throws Refusal {
        if (record.isTombstone()) {
            return List.of(takeBack(record));
        }
        if (definitions.size() >= mostDefinitions && !definitions.containsKey(record.key())) {
            throw new Refusal("there are " + definitions.size()
                    + " definitions, which is the most; take back some that are not in force");
        }
        Booked booked = Booked.of(record);
        refuseOtherKind(booked.document());
        definitions.putIfAbsent(record.key(), booked);
        List<PatternStatus> statuses = new ArrayList<>(List.of(Statuses.accepted(record, booked.document())));
        for (BookedActivation waiting : history(booked.document().id()).waitingFor(record.key())) {
            statuses.add(settled(waiting, booked));
        }
        return statuses;
    }

    private void refuseOtherKind(Document document) throws Refusal {
        Optional<String> clash = document.clash(definitions.values().stream().map(Booked::document));
        if (clash.isPresent()) {
            throw new Refusal(clash.get());
        }
    }

    private PatternStatus settled(BookedActivation waiting, Booked definition) {
        try {
            waiting.settle(definition);
            return Statuses.of(waiting);
        } catch (Refusal refusal) {
            history(waiting.activation().id()).remove(waiting);
            return Statuses.refused(waiting, refusal);
        }
    }

    private PatternStatus takeBack(PatternRecord record) throws Refusal {
        boolean needed = newestActivations()
                .anyMatch(activation -> !activation.activation().deactivates()
                        && activation.definitionKey().equals(record.key()));
        if (needed) {
            throw new Refusal("it is activated; deactivate it, or activate another version, before taking it back");
        }
        definitions.remove(record.key());
        histories.values().forEach(history -> history.forget(record.key()));
        return Statuses.takenBack(record);
    }

    private PatternStatus activate(PatternRecord record) throws Refusal {
        BookedActivation activation = BookedActivation.of(record);
        if (activation.isWaiting()) {
            Booked known = definitions.get(activation.definitionKey());
            if (known != null) {
                activation.settle(known);
            }
        }
        history(record.key()).add(activation);
        return Statuses.of(activation);
    }

    private ActivationHistory history(String id) {
        return histories.computeIfAbsent(id, name -> new ActivationHistory(mostActivations));
    }

    private Stream<BookedActivation> newestActivations() {
        return histories.values().stream().map(ActivationHistory::newest).flatMap(Optional::stream);
    }

    private InForce assembled(long kafkaTime) {
        long from = Long.MIN_VALUE;
        long until = Long.MAX_VALUE;
        List<BookedActivation> counting = new ArrayList<>();
        for (ActivationHistory history : histories.values()) {
            for (BookedActivation activation : history.all()) {
                long change = activation.activation().activateAt();
                from = change <= kafkaTime ? Math.max(from, change) : from;
                until = change > kafkaTime ? Math.min(until, change) : until;
            }
            history.at(kafkaTime).ifPresent(counting::add);
        }
        return new InForce(counting, from, until);
    }

    /** @return the pattern, where it can be activated */
    public Optional<Definition> definition(String key) {
        return definitions.get(key) instanceof BookedDefinition booked
                ? Optional.of(booked.definition())
                : Optional.empty();
    }

    /** @return the activation of an id that is in force at that Kafka time, deactivations included */
    public Optional<Activation> activation(String id, long kafkaTime) {
        return Optional.ofNullable(histories.get(id))
                .flatMap(history -> history.at(kafkaTime))
                .map(BookedActivation::activation);
    }
}
