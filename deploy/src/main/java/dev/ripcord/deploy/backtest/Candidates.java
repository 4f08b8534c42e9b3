package dev.ripcord.deploy.backtest;

import dev.ripcord.detection.PatternBook;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.ToolProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The definitions that history is judged by, each as if it had been enforced from the start, with what is said of tools
 * beside them. What is the same in the new and in the old ones is judged once, and counts for both; where the two say
 * different things of tools, nothing is the same, because every pattern sees other facts.
 */
public final class Candidates {
    private final Map<String, Definition> newer;
    private final Map<String, Definition> older;
    private final boolean compared;
    private final boolean toolsDiffer;
    private final List<ToolProfile> newerTools;
    private final PatternBook newerBook;
    private final PatternBook changedBook;

    private Candidates(List<? extends Document> newer, List<? extends Document> older, boolean compared) {
        this.newer = byKey(Document.definitions(newer));
        this.older = byKey(Document.definitions(older));
        this.compared = compared;
        this.toolsDiffer = compared && !tools(newer).equals(tools(older));
        this.newerTools = Document.toolProfiles(newer);
        this.newerBook = PatternBook.enforcing(newer);
        this.changedBook = changedBook(older);
    }

    private PatternBook changedBook(List<? extends Document> olderDocuments) {
        var changed = olderDocuments.stream()
                .filter(document -> toolsDiffer || !newer.containsKey(document.key()))
                .toList();
        return Document.definitions(changed).isEmpty() ? null : PatternBook.enforcing(changed);
    }

    private static Set<String> tools(List<? extends Document> documents) {
        return Document.toolProfiles(documents).stream().map(Document::key).collect(Collectors.toSet());
    }

    /** @throws IllegalArgumentException where a definition cannot be enforced; the message says why */
    public static Candidates of(List<? extends Document> newer) {
        return new Candidates(newer, List.of(), false);
    }

    /** @throws IllegalArgumentException likewise */
    public static Candidates against(List<? extends Document> newer, List<? extends Document> older) {
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

    /** @return those of the old ones that have to be judged by themselves; empty where there are none */
    Optional<PatternBook> changed() {
        return Optional.ofNullable(changedBook);
    }

    /** @return what the new ones say of tools */
    List<ToolProfile> newerTools() {
        return newerTools;
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

    /** @return what the old ones found is kept under these; see {@link #olderName} */
    Set<String> olderNames() {
        return older.keySet().stream().map(this::olderName).collect(Collectors.toSet());
    }

    /**
     * @param key {@code id@hash} of one of the old ones
     * @return the key itself, unless the new ones have the same definition and find something else with it
     */
    String olderName(String key) {
        return toolsDiffer ? "before/" + key : key;
    }

    /** Whether the new ones say something else of tools than the old ones. */
    boolean toolsDiffer() {
        return toolsDiffer;
    }

    /** @return how many definitions are the same in both, whatever is said of tools */
    long unchanged() {
        return newer.keySet().stream().filter(older::containsKey).collect(Collectors.counting());
    }
}
