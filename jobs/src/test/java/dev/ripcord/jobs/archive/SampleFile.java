package dev.ripcord.jobs.archive;

import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.topic.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.local.LocalFileSystem;
import org.apache.flink.formats.parquet.ParquetWriterFactory;

/** A file as ArchiveJob writes them: messages of a thousand sessions by turns, no two the same. */
public final class SampleFile {
    private static final int NOISE_BYTES = 600;
    private static final long KAFKA_TIME = 1_767_225_600_000L;

    private SampleFile() {}

    /** @return the file's name */
    public static String write(Path file, ArchiveTable table, int records) throws IOException {
        try (FSDataOutputStream stream = LocalFileSystem.getSharedInstance()
                .create(new org.apache.flink.core.fs.Path(file.toUri()), WriteMode.NO_OVERWRITE)) {
            BulkWriter<ArchiveRow> writer = new ParquetWriterFactory<>(new ArchiveFormat(table)).create(stream);
            for (int number = 0; number < records; number++) {
                writer.addElement(ArchiveRows.of(table, record(number)));
            }
            writer.finish();
        }
        return file.toString();
    }

    /** @return how many sessions are in it */
    public static int sessions(Path file) throws IOException {
        Set<String> sessions = new HashSet<>();
        var path = new org.apache.flink.core.fs.Path(file.toUri());
        ArchiveRowFormat format = new ArchiveRowFormat(List.of(ArchiveColumn.SESSION_ID));
        try (FSDataInputStream stream = LocalFileSystem.getSharedInstance().open(path);
                StreamFormat.Reader<ArchiveRow> rows =
                        format.createReader(new Configuration(), stream, Files.size(file), Files.size(file))) {
            for (ArchiveRow row = rows.read(); row != null; row = rows.read()) {
                sessions.add(row.text(ArchiveColumn.SESSION_ID));
            }
        }
        return sessions.size();
    }

    private static TopicRecord record(int number) {
        byte[] noise = new byte[NOISE_BYTES];
        new Random(number).nextBytes(noise);
        String event = """
                {"event_type":"message","session_id":"s-%d","agent_id":"a","timestamp":1767225600,"event_id":"event-%d",\
                "payload":{"content":"%s"}}\
                """.formatted(number % 1_000, number, HexFormat.of().formatHex(noise));
        return new TopicRecord(
                new Position(0, number),
                KAFKA_TIME,
                "default/s-" + number % 1_000,
                Map.of(),
                event.getBytes(StandardCharsets.UTF_8));
    }
}
