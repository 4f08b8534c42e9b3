package dev.ripcord.jobs.archive;

import dev.ripcord.archive.ArchiveBucket;
import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.archive.ArchiveFolder;
import dev.ripcord.topic.SessionKey;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** A record as the archive keeps it: a value per column, or none. Not changed once it is on its way. */
public final class ArchiveRow {
    /** By the column's ordinal: Integer, Long or bytes, as its type says; null where there is none. */
    private final Object[] values = new Object[ArchiveColumn.values().length];

    ArchiveRow number(ArchiveColumn column, OptionalLong number) {
        return number.isPresent() ? number(column, number.getAsLong()) : this;
    }

    ArchiveRow number(ArchiveColumn column, long number) {
        return put(column, number);
    }

    ArchiveRow number(ArchiveColumn column, int number) {
        return put(column, number);
    }

    ArchiveRow text(ArchiveColumn column, String text) {
        return put(column, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    ArchiveRow put(ArchiveColumn column, Object value) {
        values[column.ordinal()] = value;
        return this;
    }

    /** @return an Integer, a Long or bytes, texts in UTF-8; null where there is none */
    public Object value(ArchiveColumn column) {
        return values[column.ordinal()];
    }

    /** @return null where there is none */
    public String text(ArchiveColumn column) {
        byte[] bytes = (byte[]) value(column);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** @return where it lies, were sessions spread over that many folders; in the first of them where it has none */
    public ArchiveBucket bucket(int count) {
        String session = text(ArchiveColumn.SESSION_ID);
        return session == null || count == 1
                ? new ArchiveBucket(0, count)
                : ArchiveBucket.of(new SessionKey(text(ArchiveColumn.TENANT), session), count);
    }

    ArchiveFolder folder(int buckets) {
        return ArchiveFolder.of((Long) value(ArchiveColumn.KAFKA_TIME), bucket(buckets));
    }
}
