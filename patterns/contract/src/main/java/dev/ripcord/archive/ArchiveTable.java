package dev.ripcord.archive;

import dev.ripcord.topic.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of the archive: one topic, record by record, each with the bytes that the topic had.
 *
 * <p>Only events are spread over buckets by their session; of the other topics there are few records, and they lie in
 * {@link ArchiveBucket#ONLY}.
 */
public enum ArchiveTable {
    EVENTS(Topic.EVENTS),
    SIGNALS(Topic.SIGNALS),
    /** Halts, releases and mutes. */
    HALTS(Topic.HALTS),
    ACKS(Topic.ACKS),
    /** Definitions and activations. */
    PATTERNS(Topic.PATTERNS);

    private final Topic topic;

    ArchiveTable(Topic topic) {
        this.topic = topic;
    }

    /** @return the table of that folder, if there is one */
    public static Optional<ArchiveTable> named(String folder) {
        return Stream.of(values())
                .filter(table -> table.folder().equals(folder))
                .findFirst();
    }

    public Topic topic() {
        return topic;
    }

    /** @return the folder right below the archive's root */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return whether the table's records are spread over buckets by their session */
    public boolean isBucketed() {
        return this == EVENTS;
    }

    /** @return the columns in the order in which they are written */
    public List<ArchiveColumn> columns() {
        return this == EVENTS ? ArchiveColumn.OF_EVENTS : ArchiveColumn.OF_RECORDS;
    }
}
