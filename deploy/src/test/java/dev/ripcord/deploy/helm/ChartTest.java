package dev.ripcord.deploy.helm;

import static dev.ripcord.deploy.helm.Chart.example;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.metrics.prometheus.PrometheusReporterFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart makes of an operator's values. */
final class ChartTest {
    @TempDir
    Path directory;

    @Test
    void theChartLintsClean() {
        var lint = Chart.lint();
        assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
        assertThat(lint.getMessages()).noneMatch(message -> message.contains("WARNING") || message.contains("ERROR"));
    }

    static List<Path> examples() {
        return Chart.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theOperatorTakesEachExample(Path values) throws IOException {
        assertThat(new FlinkDeploymentSchema().errors(Chart.rendered(values))).isEmpty();
    }

    @Test
    void theOperatorsSchemaRefusesWhatTheChartMustNotRender() throws IOException {
        var deployment = (ObjectNode) Chart.rendered(example("minimal"));
        ((ObjectNode) deployment.get("spec")).put("upgradeMode", "savepoint").put("flinkVersion", "v9_9");
        ((ObjectNode) deployment.at("/spec/flinkConfiguration")).put("parallelism.default", 2);
        assertThat(new FlinkDeploymentSchema().errors(deployment))
                .anyMatch(error -> error.contains("upgradeMode"))
                .anyMatch(error -> error.contains("v2_2"))
                .anyMatch(error -> error.contains("parallelism.default"))
                .hasSize(3);
    }

    @Test
    void theLeastValuesGiveTheGuardJobOnRocksDbWithHighAvailability() {
        JsonNode deployment = Chart.rendered(example("minimal"));
        assertThat(deployment.at("/metadata/name").asText()).isEqualTo("guard-ripcord");
        JsonNode job = deployment.at("/spec/job");
        assertThat(job.path("entryClass").asText()).isEqualTo("dev.ripcord.jobs.GuardJob");
        assertThat(job.path("upgradeMode").asText()).isEqualTo("savepoint");
        assertThat(texts(job.path("args"))).containsExactly("--ripcord.kafka.bootstrap-servers", "kafka.kafka:9092");
    }

    @Test
    void flinkReadsItsConfigurationAsTheChartMeansIt() {
        Configuration flink = flinkConfiguration(Chart.rendered(example("minimal")));
        assertThat(flink.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
        assertThat(flink.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isTrue();
        assertThat(flink.get(CheckpointingOptions.CHECKPOINTING_INTERVAL)).isEqualTo(Duration.ofSeconds(10));
        assertThat(flink.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY)).isEqualTo("s3://ripcord/guard/checkpoints");
        assertThat(flink.get(CheckpointingOptions.SAVEPOINT_DIRECTORY)).isEqualTo("s3://ripcord/guard/savepoints");
        assertThat(flink.get(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION))
                .isEqualTo(ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        assertThat(flink.get(HighAvailabilityOptions.HA_MODE)).isEqualTo("kubernetes");
        assertThat(flink.get(HighAvailabilityOptions.HA_STORAGE_PATH))
                .isEqualTo("s3://ripcord/guard/high-availability");
        assertThat(flink.get(TaskManagerOptions.NUM_TASK_SLOTS)).isEqualTo(2);
        assertThat(MetricOptions.forReporter(flink, flink.get(MetricOptions.REPORTERS_LIST))
                        .get(MetricOptions.REPORTER_FACTORY_CLASS))
                .isEqualTo(PrometheusReporterFactory.class.getName());
    }

    @Test
    void aNewChartAloneDoesNotRestartTheJob() {
        // The operator upgrades the job for every change of the spec.
        JsonNode chart = Chart.read("Chart.yaml");
        assertThat(Chart.rendered(example("s3-and-sasl")).path("spec").toString())
                .doesNotContain(chart.path("appVersion").asText())
                .doesNotContain("ripcord-" + chart.path("version").asText());
    }

    @Test
    void podsRunWithoutPrivileges() {
        JsonNode pod = Chart.rendered(example("minimal")).at("/spec/podTemplate/spec");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        JsonNode container = pod.at("/containers/0/securityContext");
        assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(texts(container.at("/capabilities/drop"))).containsExactly("ALL");
    }

    @Test
    void clientPropertiesReachTheJobAsAFileOfTheirSecret() {
        JsonNode deployment = Chart.rendered(example("s3-and-sasl"));
        assertThat(texts(deployment.at("/spec/job/args")))
                .containsSequence("--ripcord.kafka.properties-file", "/etc/ripcord/kafka/client.properties")
                .containsSequence("--ripcord.start-from", "earliest");
        JsonNode pod = deployment.at("/spec/podTemplate/spec");
        assertThat(pod.at("/volumes/0/secret/secretName").asText()).isEqualTo("ripcord-kafka");
        assertThat(pod.at("/containers/0/volumeMounts/0/name")).isEqualTo(pod.at("/volumes/0/name"));
        assertThat(pod.at("/containers/0/volumeMounts/0/mountPath").asText()).isEqualTo("/etc/ripcord/kafka");
    }

    @Test
    void whatIsSwitchedOffIsNotRendered() {
        JsonNode spec = Chart.rendered(example("trial")).path("spec");
        assertThat(spec.path("flinkConfiguration").fieldNames())
                .toIterable()
                .noneMatch(key -> key.startsWith("high-availability") || key.startsWith("metrics"));
        assertThat(spec.at("/podTemplate/spec/containers/0").has("ports")).isFalse();
    }

    @Test
    void flinkConfigurationWinsOverTheChartAndSettingsKeepTheirNumbers() {
        Path values = new ValuesFile(directory).saying("""
                flinkConfiguration: { execution.checkpointing.interval: 1min, execution.checkpointing.incremental: false }
                settings: { ripcord.detection.live-sessions: 10000000, ripcord.detection.ratio: 0.5, ripcord.strict: true }
                """);
        JsonNode spec = Chart.rendered(example("minimal"), values).path("spec");
        assertThat(spec.at("/flinkConfiguration/execution.checkpointing.interval")
                        .asText())
                .isEqualTo("1min");
        assertThat(spec.at("/flinkConfiguration/execution.checkpointing.incremental")
                        .asText())
                .isEqualTo("false");
        assertThat(texts(spec.at("/job/args")))
                .containsSequence("--ripcord.detection.live-sessions", "10000000")
                .containsSequence("--ripcord.detection.ratio", "0.5")
                .containsSequence("--ripcord.strict", "true");
    }

    @Test
    void longReleaseNamesStayWithinFlinksFortyFiveCharacters() {
        String release = "a-release-with-a-name-that-nobody-would-want-to-type";
        assertThat(Chart.renderedAs(release, example("minimal"))
                        .at("/metadata/name")
                        .asText())
                .hasSizeLessThanOrEqualTo(45)
                .startsWith("a-release-with")
                .endsWith("-ripcord");
    }

    @Test
    void theNotesSayWhereToLook() {
        assertThat(Chart.notes(example("minimal")))
                .contains("kubectl -n agents get flinkdeployment guard-ripcord", "kafka.kafka:9092")
                .doesNotContain("highAvailability is off");
        assertThat(Chart.notes(example("trial"))).contains("highAvailability is off");
    }

    private static Configuration flinkConfiguration(JsonNode deployment) {
        var entries = new HashMap<String, String>();
        deployment
                .at("/spec/flinkConfiguration")
                .properties()
                .forEach(entry -> entries.put(entry.getKey(), entry.getValue().asText()));
        return Configuration.fromMap(entries);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
