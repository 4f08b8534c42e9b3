package dev.ripcord.deploy.guard;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.submit.FlinkCluster;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shipped jar, with the little of Hadoop that it has: archives, and judges what was archived. */
@Timeout(300)
class ArchiveOnClusterIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int TIMES = 4;
    private static final int EVENTS = 2 * TIMES;

    @Test
    void whatTheGuardSignalledIsFoundAgainInTheArchive(@TempDir Path directory) throws Exception {
        Path root = directory.resolve("archive");
        try (ClusterGuard guard = ClusterGuard.start(directory, "1 s");
                TopicReader signals = new TopicReader(guard.bootstrapServers(), Topic.SIGNALS)) {
            guard.send(
                    "invoice-9",
                    session("invoice-9")
                            .repeats(TIMES, call("status", "{ref: obj_1288}"), result("{state: pending_review}"))
                            .json());
            await().atMost(PATIENCE).until(() -> !signals.all().isEmpty());
            archive(guard, root);

            CommandRun run = CommandRun.of(
                    "backtest",
                    "--on-cluster",
                    guard.cluster(),
                    "--from",
                    "archive:" + root,
                    "--to",
                    directory.resolve("signals").toString());

            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
            assertThat(lines(directory.resolve("signals"))).containsExactlyElementsOf(signals.all());
        }
    }

    /** Until all events, the definition and its activation are there; then the job makes room for the next. */
    private static void archive(ClusterGuard guard, Path root) throws Exception {
        CommandRun run = CommandRun.of(
                "submit",
                "--json",
                "--job",
                "archive",
                "--cluster",
                guard.cluster(),
                "--bootstrap",
                guard.bootstrapServers(),
                "--setting",
                "ripcord.archive.root=" + root,
                "--setting",
                "ripcord.checkpoint.interval=1 s");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        await().atMost(PATIENCE).until(() -> records(root, ArchiveTable.EVENTS) == EVENTS);
        await().atMost(PATIENCE).until(() -> records(root, ArchiveTable.PATTERNS) == 2);
        FlinkCluster cluster = new FlinkCluster(URI.create("http://" + guard.cluster() + "/"));
        cluster.cancel(Json.tree(run.out()).path("job_id").asText());
        await().atMost(PATIENCE).until(() -> cluster.facts().freeSlots() > 0);
    }

    private static long records(Path root, ArchiveTable table) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "SELECT count(*) FROM '" + root.resolve(table.folder()) + "/*/*/part-*.parquet'")) {
            count.next();
            return count.getLong(1);
        } catch (SQLException noFileYet) {
            if (noFileYet.getMessage().contains("No files found")) {
                return 0;
            }
            throw noFileYet;
        }
    }

    private static List<JsonNode> lines(Path folder) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    lines.add(Json.tree(line));
                }
            }
        }
        return lines;
    }
}
