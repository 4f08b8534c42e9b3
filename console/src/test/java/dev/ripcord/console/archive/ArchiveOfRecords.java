package dev.ripcord.console.archive;

import dev.ripcord.archive.ArchiveBucket;
import dev.ripcord.archive.ArchiveFolder;
import dev.ripcord.archive.ArchiveSchema;
import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.json.Json;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** An archive made of records that were read from topics, in the folders and columns of the contract. */
public final class ArchiveOfRecords {
    private static final int BUCKETS = 4;

    private final Path root;

    public ArchiveOfRecords(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    /** @return the files that were written */
    public Map<ArchiveFolder, Path> write(
            ArchiveTable table, String name, String version, List<ConsumerRecord<byte[], byte[]>> records)
            throws Exception {
        Map<ArchiveFolder, Path> files = new LinkedHashMap<>();
        Map<ArchiveFolder, List<ConsumerRecord<byte[], byte[]>>> folders = records.stream()
                .collect(Collectors.groupingBy(record -> ArchiveFolder.of(record.timestamp(), bucket(table, record))));
        for (var folder : folders.entrySet()) {
            Path directory = Files.createDirectories(
                    root.resolve(table.folder()).resolve(folder.getKey().path()));
            Path file = directory.resolve(name + ArchiveFolder.SUFFIX);
            write(table, file, version, folder.getValue());
            files.put(folder.getKey(), file);
        }
        return files;
    }

    private static ArchiveBucket bucket(ArchiveTable table, ConsumerRecord<byte[], byte[]> record) {
        return table.isBucketed() ? ArchiveBucket.of(event(record).session(), BUCKETS) : ArchiveBucket.ONLY;
    }

    private static SessionKey owner(ArchiveTable table, ConsumerRecord<byte[], byte[]> record) throws IOException {
        if (table == ArchiveTable.EVENTS) {
            return event(record).session();
        }
        var json = Json.MAPPER.readTree(record.value());
        return json.hasNonNull("session_id")
                ? new SessionKey(
                        json.get("tenant_id").asText(), json.get("session_id").asText())
                : null;
    }

    private static Event event(ConsumerRecord<byte[], byte[]> record) {
        return ((Decoded.Readable) EventDecoder.decode(record.value())).event();
    }

    private static void write(
            ArchiveTable table, Path file, String version, List<ConsumerRecord<byte[], byte[]>> records)
            throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE rows (" + columns(table) + ")");
            for (var record : records) {
                insert(connection, table, record);
            }
            statement.execute("COPY rows TO '" + file + "' (FORMAT parquet, COMPRESSION zstd, KV_METADATA {'"
                    + ArchiveSchema.METADATA_KEY + "': '" + version + "'})");
        }
    }

    private static String columns(ArchiveTable table) {
        return table.columns().stream()
                .map(column -> "\"" + column.columnName() + "\" "
                        + switch (column.type()) {
                            case TEXT -> "VARCHAR";
                            case INT -> "INTEGER";
                            case LONG -> "BIGINT";
                            case BYTES -> "BLOB";
                        })
                .collect(Collectors.joining(", "));
    }

    private static void insert(Connection connection, ArchiveTable table, ConsumerRecord<byte[], byte[]> record)
            throws Exception {
        SessionKey owner = record.value() == null ? null : owner(table, record);
        String sql = "INSERT INTO rows (tenant, session_id, \"partition\", \"offset\", kafka_time, \"key\", \"value\""
                + (table == ArchiveTable.EVENTS ? ", parent_session_id, root_session_id" : "")
                + ") VALUES (?, ?, ?, ?, ?, ?, ?" + (table == ArchiveTable.EVENTS ? ", ?, ?)" : ")");
        try (PreparedStatement row = connection.prepareStatement(sql)) {
            row.setString(1, owner == null ? null : owner.tenant());
            row.setString(2, owner == null ? null : owner.session());
            row.setInt(3, record.partition());
            row.setLong(4, record.offset());
            row.setLong(5, record.timestamp());
            row.setString(6, record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8));
            row.setBytes(7, record.value());
            if (table == ArchiveTable.EVENTS) {
                row.setString(8, event(record).origin().parentSession().orElse(null));
                row.setString(9, event(record).origin().rootSession().orElse(null));
            }
            row.execute();
        }
    }

    /** Bytes that no reader of Parquet takes, under the name of a finished file. */
    public static void damage(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }
}
