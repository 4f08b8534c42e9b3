package dev.ripcord.console.archive;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.archive.ArchiveSchema;
import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.console.archive.sql.MachineShare;
import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.session.Session;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedArchiveTest {
    private static final SessionKey INVOICE = new SessionKey(SessionKey.DEFAULT_TENANT, "invoice-9");

    @TempDir
    private Path directory;

    private ArchiveOfRecords archive;
    private Path second;

    /** Six events in three files. */
    @BeforeEach
    void threeFiles() throws Exception {
        archive = new ArchiveOfRecords(directory);
        var events = events();
        archive.write(ArchiveTable.EVENTS, "part-1", ArchiveSchema.VERSION, events.subList(0, 2));
        second = archive.write(ArchiveTable.EVENTS, "part-2", ArchiveSchema.VERSION, events.subList(2, 4))
                .values()
                .iterator()
                .next();
        archive.write(ArchiveTable.EVENTS, "part-3", ArchiveSchema.VERSION, events.subList(4, 6));
    }

    private static List<ConsumerRecord<byte[], byte[]>> events() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (byte[] event : session("invoice-9").repeats(6, call("status")).json()) {
            records.add(new ConsumerRecord<>(
                    Topic.EVENTS.topicName(),
                    2,
                    records.size(),
                    Session.START,
                    TimestampType.LOG_APPEND_TIME,
                    9,
                    event.length,
                    "invoice-9".getBytes(UTF_8),
                    event,
                    new RecordHeaders(),
                    Optional.empty()));
        }
        return records;
    }

    private List<Long> offsets(ArchivedRecords records) throws Exception {
        List<Long> offsets = new ArrayList<>();
        try (var cursor = records.open(Topic.EVENTS, INVOICE)) {
            for (LogRecord record = cursor.next(); record != null; record = cursor.next()) {
                offsets.add(record.position().offset());
            }
        }
        return offsets;
    }

    @Test
    void aFileThatIsCutOffIsNamedAndTheOthersAreRead() throws Exception {
        ArchiveOfRecords.damage(second);

        try (var records = new ArchivedRecords(directory)) {
            assertThat(offsets(records)).containsExactly(0L, 1L, 4L, 5L);
            assertThat(records.remarks())
                    .singleElement()
                    .asString()
                    .startsWith(directory.relativize(second) + " is left out: it cannot be read: ");
        }
    }

    @Test
    void aFileWhosePagesAreDamagedIsNamedAndTheOthersAreRead() throws Exception {
        byte[] bytes = Files.readAllBytes(second);
        // Behind the first four bytes, which name the format, the pages lie; the footer stays as it is.
        for (int index = 4; index < bytes.length / 3; index++) {
            bytes[index] ^= 0x5a;
        }
        Files.write(second, bytes);

        try (var records = new ArchivedRecords(directory)) {
            assertThat(offsets(records)).containsExactly(0L, 1L, 4L, 5L);
            assertThat(records.remarks())
                    .singleElement()
                    .asString()
                    .startsWith(directory.relativize(second) + " is left out: ");
        }
    }

    @Test
    void aFileOfANewerSchemaIsRefusedByName() throws Exception {
        var third = archive.write(ArchiveTable.EVENTS, "part-3", "2", events().subList(4, 6))
                .values()
                .iterator()
                .next();

        try (var records = new ArchivedRecords(directory)) {
            assertThat(offsets(records)).containsExactly(0L, 1L, 2L, 3L);
            assertThat(records.remarks())
                    .containsExactly(directory.relativize(third)
                            + " is left out: its ripcord.archive.schema is 2; this version reads 1, a"
                            + " newer one reads it");
        }
    }

    @Test
    void noWordTellsWhereTheArchiveLies() throws Exception {
        ArchiveOfRecords.damage(second);

        try (var records = new ArchivedRecords(directory)) {
            offsets(records);
            assertThat(records.remarks()).singleElement().asString().doesNotContain(directory.toString());
        }
    }

    @Test
    void aFileThatIsReplacedBetweenListingAndReadingIsLostAndNotDamaged() throws Exception {
        var listed = new ArchiveFiles(directory).of(ArchiveTable.EVENTS, any -> true, any -> true);
        Files.delete(second);

        try (var reader = new ArchiveReader(directory, MachineShare.LITTLE)) {
            reader.rows(listed, "", List.of()).close();
            assertThat(reader.hasLost(listed)).isTrue();
            assertThat(reader.remarks()).isEmpty();

            var again = new ArchiveFiles(directory).of(ArchiveTable.EVENTS, any -> true, any -> true);
            assertThat(again).hasSize(2);
            reader.rows(again, "", List.of()).close();
            assertThat(reader.hasLost(again)).isFalse();
        }
    }

    @Test
    void whatIsStillBeingWrittenIsNotReadAndNotSpokenOf() throws Exception {
        Files.write(second.resolveSibling(".part-4.parquet.inprogress"), new byte[] {1});
        Files.write(second.resolveSibling(".tmp-compacted.parquet"), new byte[] {1});

        try (var records = new ArchivedRecords(directory)) {
            assertThat(offsets(records)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
            assertThat(records.remarks()).isEmpty();
        }
    }

    @Test
    void anEmptyDirectoryHasNothingOfAnything() throws Exception {
        try (var records = new ArchivedRecords(Files.createDirectory(directory.resolve("empty")))) {
            assertThat(offsets(records)).isEmpty();
            assertThat(records.sessions(SessionKey.DEFAULT_TENANT)).isEmpty();
        }
    }

    @Test
    void aMistypedSessionCanBeFoundAmongThoseOfTheLatestDay() throws Exception {
        try (var records = new ArchivedRecords(directory)) {
            assertThat(records.sessions(SessionKey.DEFAULT_TENANT)).containsExactly("invoice-9");
        }
    }
}
