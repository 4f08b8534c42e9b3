package dev.ripcord.pattern;

import java.util.List;

/**
 * What a pattern file holds, and a record of {@code ripcord.patterns} under the key {@code id@hash}: a pattern, or what
 * is said of tools. Immutable and checked; published, activated and taken back in the same way.
 */
public sealed interface Document permits Definition, ToolProfile {
    String id();

    /** @return the author's own count of revisions */
    int version();

    /** @return the first 16 hexadecimal digits of the SHA-256 of what it says */
    String hash();

    String title();

    /** @return its YAML alone, as it was written */
    String source();

    /** @return its name everywhere: {@code id@hash} */
    default String key() {
        return id() + "@" + hash();
    }

    /** @return whether both are patterns, or both say something of tools */
    default boolean isOfKindOf(Document other) {
        return this instanceof Definition == other instanceof Definition;
    }

    /** @return the patterns among them, in their order */
    static List<Definition> definitions(List<? extends Document> documents) {
        return documents.stream()
                .filter(Definition.class::isInstance)
                .map(Definition.class::cast)
                .toList();
    }

    /** @return the tool profiles among them, in their order */
    static List<ToolProfile> toolProfiles(List<? extends Document> documents) {
        return documents.stream()
                .filter(ToolProfile.class::isInstance)
                .map(ToolProfile.class::cast)
                .toList();
    }
}
