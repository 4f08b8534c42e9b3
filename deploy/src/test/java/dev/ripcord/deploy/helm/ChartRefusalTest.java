package dev.ripcord.deploy.helm;

import static dev.ripcord.deploy.helm.Chart.example;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that the chart refuses, and what it says then. */
final class ChartRefusalTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kafka: { bootstrapServers: null }                | bootstrapServers
            kafka: { bootstrapServers: kafka }               | bootstrapServers
            parallelism: -1                                  | parallelism
            parallelism: 1.5                                 | parallelism
            taskSlots: 0                                     | taskSlots
            replicas: 2                                      | replicas
            kafka: { password: hunter2 }                     | password
            state: { backend: forst }                        | backend
            checkpoints: { interval: 10 }                    | interval
            storage: { directory: ripcord }                  | directory
            taskManager: { memory: 4 GB }                    | memory
            settings: { start-from: earliest }               | start-from
            image: { tag: 1.0 }                              | tag
            """)
    void theSchemaRefusesABadValueByName(String values, String name) {
        assertThat(Chart.refusal(example("minimal"), values(values)))
                .contains("values don't meet the specifications of the schema")
                .contains(name);
    }

    @Test
    void theBareChartIsRefusedWithEverythingThatIsMissing() {
        assertThat(Chart.refusal())
                .contains("kafka.bootstrapServers is empty; give HOST:PORT")
                .contains("checkpoints.directory is empty and so is storage.directory")
                .contains("savepoints.directory is empty")
                .contains("highAvailability.directory is empty");
    }

    @Test
    void stateInAPodsOwnFilesIsRefused() {
        assertThat(Chart.refusal(example("minimal"), values("storage: { directory: file:///ripcord }")))
                .contains("checkpoints would be in file:///ripcord/checkpoints")
                .contains("podTemplate.volumes");
    }

    @Test
    void secretsAndTheChartsOwnSettingsAreRefusedAmongTheSettings() {
        Path values = values("settings: { ripcord.kafka.password: x, ripcord.kafka.bootstrap-servers: \"b:1\" }");
        assertThat(Chart.refusal(example("minimal"), values))
                .contains("settings has ripcord.kafka.password", "kafka.clientProperties")
                .contains("settings has ripcord.kafka.bootstrap-servers; set the values below kafka instead");
    }

    @Test
    void everyValueIsDescribedAndNoOtherIsTaken() {
        checkStrict("", Chart.read("values.schema.json"), Chart.read("values.yaml"));
    }

    private static void checkStrict(String place, JsonNode schema, JsonNode defaults) {
        assertThat(schema.path("additionalProperties").asBoolean(true))
                .as("additionalProperties of %s", place)
                .isFalse();
        assertThat(defaults.fieldNames()).toIterable().as(place).allMatch(schema.path("properties")::has);
        schema.path("properties").properties().forEach(value -> {
            String name = place + "/" + value.getKey();
            assertThat(value.getValue().path("description").asText()).as(name).isNotEmpty();
            if (value.getValue().has("properties")) {
                checkStrict(name, value.getValue(), defaults.path(value.getKey()));
            }
        });
    }

    private Path values(String yaml) {
        return new ValuesFile(directory).saying(yaml);
    }
}
