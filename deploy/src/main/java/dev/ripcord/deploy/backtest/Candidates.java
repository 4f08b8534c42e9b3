package dev.ripcord.deploy.backtest;

import dev.ripcord.detection.PatternBook;
import dev.ripcord.pattern.Definition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The definitions that history is judged by, each as if it had been enforced from the start. What is the same in the
 * new and in the old ones is judged once, and counts for both.
 */
public final class Candidates {
    private final Map<String, Definition> newer;
    private final Map<String, Definition> older;
    private final boolean compared;
    private final PatternBook newerBook;
    private final PatternBook changedBook;

    private Candidates(List<Definition> newer, List<Definition> older, boolean compared) {
        this.newer = byKey(newer);
        this.older = byKey(older);
        this.compared = compared;
        this.newerBook = PatternBook.enforcing(newer);
        var changed = older.stream()
                .filter(definition -> !this.newer.containsKey(definition.key()))
                .toList();
        this.changedBook = changed.isEmpty() ? null : PatternBook.enforcing(changed);
    }

    /** @throws IllegalArgumentException where a definition cannot be enforced; the message says why */
    public static Candidates of(List<Definition> newer) {
        return new Candidates(newer, List.of(), false);
    }

    /** @throws IllegalArgumentException likewise */
    public static Candidates against(List<Definition> newer, List<Definition> older) {
        return new Candidates(newer, older, true);
    }

    private static Map<String, Definition> byKey(List<Definition> definitions) {
        var byKey = new LinkedHashMap<String, Definition>();
        definitions.forEach(definition -> byKey.put(definition.key(), definition));
        return byKey;
    }

    /** Whether there are old ones to compare with. */
    boolean compared() {
        return compared;
    }

    /** @return the new ones */
    PatternBook newer() {
        return newerBook;
    }

    /** @return those of the old ones that differ from every new one; empty where none does */
    Optional<PatternBook> changed() {
        return Optional.ofNullable(changedBook);
    }

    List<Definition> newerDefinitions() {
        return List.copyOf(newer.values());
    }

    List<Definition> olderDefinitions() {
        return List.copyOf(older.values());
    }

    /** @return {@code id@hash} of the new ones */
    Set<String> newerKeys() {
        return newer.keySet();
    }

    /** @return {@code id@hash} of the old ones */
    Set<String> olderKeys() {
        return older.keySet();
    }

    /** @return how many definitions are the same in both */
    long unchanged() {
        return newer.keySet().stream().filter(older::containsKey).collect(Collectors.counting());
    }
}
