package dev.ripcord.deploy.bench.replay;

import dev.ripcord.archive.ArchiveBucket;
import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.archive.ArchiveFolder;
import dev.ripcord.archive.ArchiveSchema;
import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * An archive of made-up sessions, written by DuckDB as compaction leaves it: one sorted file a day and bucket. The
 * sessions of a day lie beside each other in the log; nine of ten calls differ from all before.
 */
final class GeneratedArchive {
    static final int EVENTS_OF_A_SESSION = 1_000;

    private static final int BUCKETS = 16;
    private static final int PARTITIONS = 8;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final int ROW_GROUP = 20_000;

    private final Path root;
    private final int days;

    GeneratedArchive(Path root, int days) {
        this.root = root;
        this.days = days;
    }

    static SessionKey session(int number) {
        return new SessionKey(SessionKey.DEFAULT_TENANT, "session-" + number);
    }

    /** @param sessions of {@value #EVENTS_OF_A_SESSION} events each */
    void write(int sessions) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET enable_progress_bar = false");
            statement.execute("CREATE TABLE sessions (number INTEGER, id VARCHAR, bucket INTEGER, day INTEGER)");
            insert(connection, sessions);
            for (int day = 0; day < days; day++) {
                for (int bucket = 0; bucket < BUCKETS; bucket++) {
                    statement.execute(copy(day, new ArchiveBucket(bucket, BUCKETS)));
                }
            }
        }
    }

    private void insert(Connection connection, int sessions) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO sessions VALUES (?, ?, ?, ?)")) {
            for (int number = 0; number < sessions; number++) {
                SessionKey session = session(number);
                row.setInt(1, number);
                row.setString(2, session.session());
                row.setInt(3, ArchiveBucket.of(session, BUCKETS).number());
                row.setInt(4, (int) ((long) number * days / sessions));
                row.addBatch();
            }
            row.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private String copy(int day, ArchiveBucket bucket) throws IOException {
        ArchiveFolder folder = new ArchiveFolder(FIRST_DAY.plusDays(day), bucket);
        Path directory = Files.createDirectories(
                root.resolve(ArchiveTable.EVENTS.folder()).resolve(folder.path()));
        long midnight = folder.date().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return "COPY (SELECT " + columns() + " FROM (" + rows(day, bucket, midnight)
                + ") ORDER BY tenant, session_id, \"partition\", \"offset\") TO '"
                + directory.resolve("part-0" + ArchiveFolder.SUFFIX)
                + "' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE " + ROW_GROUP + ", KV_METADATA {'"
                + ArchiveSchema.METADATA_KEY + "': '" + ArchiveSchema.VERSION + "'})";
    }

    /** Every column of the contract; those that are not searched here are null, as in telemetry that lacks them. */
    private static String columns() {
        StringBuilder columns = new StringBuilder();
        for (ArchiveColumn column : ArchiveTable.EVENTS.columns()) {
            String name = "\"" + column.columnName() + "\"";
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append(
                            switch (column) {
                                case TENANT, SESSION_ID, PARTITION, OFFSET, KAFKA_TIME, KEY, VALUE -> name;
                                case EVENT_TIME, SEQUENCE, FINGERPRINT, COST_NANOS, INPUT_TOKENS, OUTPUT_TOKENS ->
                                    "NULL::BIGINT AS " + name;
                                case EVENT_TYPE,
                                        EVENT_ID,
                                        AGENT_ID,
                                        PARENT_SESSION_ID,
                                        ROOT_SESSION_ID,
                                        PARENT_AGENT_ID,
                                        TOOL,
                                        TRACE_ID,
                                        SPAN_ID,
                                        HEADERS -> "NULL::VARCHAR AS " + name;
                            });
        }
        return columns.toString();
    }

    private static String rows(int day, ArchiveBucket bucket, long midnight) {
        return "SELECT '" + SessionKey.DEFAULT_TENANT + "' AS tenant, id AS session_id, number % " + PARTITIONS
                + " AS \"partition\", (number // " + PARTITIONS + ")::BIGINT * " + EVENTS_OF_A_SESSION
                + " + step AS \"offset\", " + midnight + " + step * 1000 AS kafka_time, id AS \"key\", "
                + "encode(" + value(midnight) + ") AS \"value\" FROM sessions, range(" + EVENTS_OF_A_SESSION
                + ") AS steps(step) WHERE day = " + day + " AND bucket = " + bucket.number();
    }

    private static String value(long midnight) {
        return "'{\"event_type\":\"' || CASE WHEN step % 2 = 0 THEN 'tool_invocation' ELSE 'tool_response' END"
                + " || '\",\"session_id\":\"' || id || '\",\"agent_id\":\"worker\",\"event_id\":\"' || id || '-' || step"
                + " || '\",\"timestamp\":' || (" + midnight + " + step * 1000)"
                + " || ',\"payload\":{\"tool_name\":\"search\",\"request_ref\":\"r-' || step // 2"
                + " || '\",\"tool_args\":{\"query\":\"' || md5(number || '/' || step // 2)"
                + " || '\"},\"tool_result\":\"' || md5(id || step) || md5(step || id) || md5(id || '-' || step)"
                + " || '\",\"cost_usd\":0.001,\"input_tokens\":900,\"output_tokens\":60,\"latency_ms\":120}}'";
    }
}
