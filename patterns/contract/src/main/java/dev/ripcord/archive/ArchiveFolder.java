package dev.ripcord.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Where a record lies within its table: {@code date=2026-01-31/bucket=03-of-16}. Named as Hive names them, so that any
 * reader of Parquet sees date and bucket as columns.
 *
 * @param date of the record's Kafka time, in UTC
 */
public record ArchiveFolder(LocalDate date, ArchiveBucket bucket) {
    private static final String DATE = "date=";

    /** What files of the archive end in. Whatever begins with a dot or an underscore is not (yet) one. */
    public static final String SUFFIX = ".parquet";

    /** @param kafkaTime milliseconds since the epoch */
    public static ArchiveFolder of(long kafkaTime, ArchiveBucket bucket) {
        return new ArchiveFolder(LocalDate.ofInstant(Instant.ofEpochMilli(kafkaTime), ZoneOffset.UTC), bucket);
    }

    /** @return the date of a folder {@code date=2026-01-31}, if it is one */
    public static Optional<LocalDate> date(String folder) {
        if (!folder.startsWith(DATE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(folder.substring(DATE.length())));
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }

    /** @return whether a file of that name is finished: half-written ones are hidden */
    public static boolean isVisible(String fileName) {
        return fileName.endsWith(SUFFIX) && !fileName.startsWith(".") && !fileName.startsWith("_");
    }

    /** @return relative to the table's folder, with slashes */
    public String path() {
        return DATE + date + "/" + bucket.folder();
    }
}
