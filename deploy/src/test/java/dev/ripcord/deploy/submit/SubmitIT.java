package dev.ripcord.deploy.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.cluster.CountingJob;
import dev.ripcord.deploy.cluster.StandaloneCluster;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ripcord submit} against a cluster of separate processes and a real broker. */
@Timeout(120)
class SubmitIT {
    private static LocalKafka kafka;
    private static StandaloneCluster cluster;
    private static FlinkRest rest;
    private static Path jar;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        kafka = LocalKafka.start();
        Topics.create(kafka.bootstrapServers());
        cluster = StandaloneCluster.start(
                Path.of(System.getProperty("ripcord.flink.lib")), directory.resolve("cluster"), Map.of());
        rest = new FlinkRest(cluster.address());
        jar = CountingJob.jar(directory);
    }

    @AfterAll
    static void stop() {
        cluster.close();
        kafka.close();
    }

    @AfterEach
    void endAllJobs() throws Exception {
        for (var job : rest.get("/jobs").path("jobs")) {
            if (job.path("status").asText().equals("RUNNING")) {
                rest.patch("/jobs/" + job.path("id").asText() + "?mode=cancel");
            }
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> cluster.facts().freeSlots() == 2);
    }

    @Test
    void theJobRunsAndItsIdAndPageAreTheOutput() throws Exception {
        var run = submit("--json", "--parallelism", "2");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        var printed = Json.tree(run.out());
        var job = rest.get("/jobs/" + printed.path("job_id").asText());
        assertThat(printed.path("state").asText()).isEqualTo("RUNNING");
        assertThat(printed.path("page").asText()).startsWith(cluster.address() + "#/job/running/");
        assertThat(job.path("name").asText()).isEqualTo("counting");
        assertThat(job.path("vertices").get(0).path("parallelism").asInt()).isEqualTo(2);
        assertThat(uploads()).isEmpty();
    }

    @Test
    void aPersonReadsTheIdAndThePage() {
        var run = submit();

        assertThat(run.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("job  [0-9a-f]{32}"),
                        line -> assertThat(line).startsWith("page " + cluster.address()));
        assertThat(run.err()).contains("uploading CountingJob.jar", "waiting until it runs");
    }

    @Test
    void aJobThatRefusesItsSettingsIsReportedInItsOwnWords() throws Exception {
        var run = submit("--setting", "ripcord.fail=main");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("error: 1 setting is wrong:\n  ripcord.start-from is 'sometime'")
                .doesNotContain("\tat ", "Caused by");
        assertThat(uploads()).isEmpty();
    }

    @Test
    void aJobWhoseTaskFailsIsReportedWithTheCause() throws Exception {
        var run = submit("--setting", "ripcord.fail=task");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("FAILED: this task was told to fail");
        assertThat(uploads()).isEmpty();
    }

    @Test
    void aJobThatNeverGetsToRunIsCancelled() throws Exception {
        var run = submit("--setting", "ripcord.fail=for-ever", "--timeout", "3");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("did not run within 3 s", "was cancelled: this task was told to fail");
        await().until(() -> cluster.facts().freeSlots() == 2);
    }

    @Test
    void aJobThatNeedsMoreSlotsThanAreFreeIsNotBegun() throws Exception {
        var run = submit("--parallelism", "3");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("has 2 of 2 slots free on 1 TaskManagers; the job needs 3")
                .contains("1 error; nothing was submitted");
        assertThat(rest.get("/jobs/overview").toString()).doesNotContain("RUNNING", "CREATED");
    }

    @Test
    void theSlotsOfATaskManagerComeAndGoWithIt() throws Exception {
        cluster.killTaskManager();
        await().atMost(Duration.ofSeconds(30)).until(() -> cluster.facts().taskManagers() == 0);

        assertThat(submit().err()).contains("has 0 of 0 slots free on 0 TaskManagers");

        cluster.startTaskManager();
        assertThat(submit().exitCode()).isEqualTo(ExitCode.OK);
    }

    private static CommandRun submit(String... more) {
        var arguments =
                new ArrayList<>(List.of("submit", "--cluster", cluster.address().getAuthority()));
        arguments.addAll(List.of("--bootstrap", kafka.bootstrapServers()));
        arguments.addAll(List.of("--jar", jar.toString(), "--entry-class", CountingJob.class.getName()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private static JsonNode uploads() throws Exception {
        return rest.get("/jars").path("files");
    }
}
