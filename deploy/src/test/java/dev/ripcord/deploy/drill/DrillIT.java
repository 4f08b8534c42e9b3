package dev.ripcord.deploy.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.console.Gateway;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.local.LocalFlink;
import dev.ripcord.deploy.local.LocalGuard;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.serve.LocalGateway;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** A broker, a guard on Flink, a gateway, and an agent that runs away: all of it real, in this JVM. */
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DrillIT {
    private static LocalGuard guard;
    private static Gateway gateway;

    @BeforeAll
    static void aGuardWithoutPatterns() {
        guard = LocalGuard.start(List.of(), LocalFlink.FREE_PORT);
        gateway = LocalGateway.start(guard.bootstrapServers(), 0);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        guard.close();
    }

    @Test
    @Order(1)
    void whereThePatternIsNotEnforcedNobodyIsStoppedAndItIsSaidWhatToDo() throws Exception {
        CommandRun run = drill("--json", "--timeout", "2s");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.CHECK_FAILED);
        JsonNode result = Json.tree(run.out());
        assertThat(result.path("verdict").asText())
                .satisfiesAnyOf(
                        verdict -> assertThat(verdict)
                                .isEqualTo("no signal within 2s; if pattern ripcord-drill is not enforced, this does"
                                        + " it: ripcord drill --bootstrap HOST:PORT"),
                        // On a machine that is busy enough.
                        verdict -> assertThat(verdict).startsWith("no signal within 2s; the gateway calls the guard"));
        assertThat(result.path("total_ms").isNull()).isTrue();
    }

    @Test
    @Order(2)
    void theDrillEnforcesItsPatternAndProvesTheStopStageByStage() throws Exception {
        CommandRun first = drill("--json", "--bootstrap", guard.bootstrapServers());

        assertThat(first.exitCode()).as(first.out() + first.err()).isEqualTo(ExitCode.OK);
        assertThat(first.err()).contains("put ripcord-drill@", "in force; it applies to tenant ripcord-drill");
        JsonNode result = Json.tree(first.out());
        assertThat(result.fieldNames())
                .toIterable()
                .containsExactly(
                        "verdict", "event_to_signal_ms", "signal_to_delivery_ms", "delivery_to_stop_ms", "total_ms");
        assertThat(result.path("verdict").asText()).isEqualTo("stopped");
        assertThat(result.path("total_ms").asDouble())
                .isCloseTo(
                        result.path("event_to_signal_ms").asDouble()
                                + result.path("signal_to_delivery_ms").asDouble()
                                + result.path("delivery_to_stop_ms").asDouble(),
                        within(0.05));
    }

    @Test
    @Order(3)
    void anotherDrillIsAnotherSessionAndTellsPeopleWhatItSaw() throws Exception {
        CommandRun run = drill();

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().map(String::strip))
                .anyMatch(line -> line.matches("event to signal +[0-9.]+ ms +drill: drill.status gave the same .*"))
                .anyMatch(line -> line.matches("signal to delivery +[0-9.]+ ms +the agent's guard has the halt"))
                .anyMatch(line -> line.matches("delivery to stop +[0-9.]+ ms +after [0-9]+ events"))
                .endsWith("stopped");
        assertThat(halts()).as("in force").isEmpty();
        assertThat(halts("--all"))
                .hasSize(2)
                .allSatisfy(drill -> assertThat(drill.path("state").asText()).isEqualTo("released"));
    }

    @Test
    @Order(4)
    void whereNoGatewayIsNothingIsProven() {
        CommandRun run = CommandRun.of("drill", "--json", "--gateway", "http://127.0.0.1:1");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no gateway answers at http://127.0.0.1:1", "nothing is proven");
    }

    private static CommandRun drill(String... options) {
        List<String> words =
                new ArrayList<>(List.of("drill", "--gateway", gateway.address().toString()));
        words.addAll(List.of(options));
        return CommandRun.of(words.toArray(String[]::new));
    }

    private static JsonNode halts(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("halts", "--json", "--bootstrap", guard.bootstrapServers()));
        arguments.addAll(List.of(more));
        return Json.tree(CommandRun.of(arguments.toArray(String[]::new)).out());
    }
}
