package dev.ripcord.pattern;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /**
     * @param published all that is
     * @return why this cannot be published beside them; empty where it can. Activated, what has the id of a document of the
     *     other kind would take its place, and a pattern would be gone without a word
     */
    default Optional<String> clash(Stream<? extends Document> published) {
        return published
                .filter(other -> other.id().equals(id()) && other instanceof Definition != this instanceof Definition)
                .findFirst()
                .map(other -> "'" + id() + "' is published as "
                        + (other instanceof Definition ? "a pattern" : "what is said of tools")
                        + "; give this another id");
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
