package dev.ripcord.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.console.Gateway;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A broker and a gateway, and no JobManager anywhere. */
@Timeout(60)
class PanicTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void panicStopsEverybodyAndUnpanicLetsThemGoOnWithoutFlink() throws Exception {
        try (LocalKafka kafka = LocalKafka.start()) {
            Topics.create(kafka.bootstrapServers());
            try (Gateway gateway = LocalGateway.start(kafka.bootstrapServers(), 0)) {
                await().untilAsserted(() -> assertThat(verdict(gateway)).isEqualTo("allowed"));

                var panic = run(kafka, "panic", "--yes", "--reason=all agents delete files", "--actor=maria");

                assertThat(panic.exitCode()).as(panic.err()).isEqualTo(ExitCode.OK);
                await().untilAsserted(() -> assertThat(verdict(gateway)).isEqualTo("halted"));
                JsonNode halted = check(gateway);
                assertThat(halted.path("scope").asText()).isEqualTo("global");
                assertThat(halted.path("reason").asText()).isEqualTo("all agents delete files");
                assertThat(halted.path("actor").path("name").asText()).isEqualTo("maria");
                assertThat(halted.path("guard").asText()).isEqualTo("absent");

                run(kafka, "unpanic", "--reason=the tool is off");

                await().untilAsserted(() -> assertThat(verdict(gateway)).isEqualTo("allowed"));
            }
        }
    }

    private String verdict(Gateway gateway) throws Exception {
        return check(gateway).path("verdict").asText();
    }

    private JsonNode check(Gateway gateway) throws Exception {
        URI session = gateway.address().resolve("/v1/check?tenant=acme&session=anybody");
        HttpResponse<String> response =
                http.send(HttpRequest.newBuilder(session).build(), BodyHandlers.ofString());
        return Json.tree(response.body());
    }

    private static CommandRun run(LocalKafka kafka, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.add("--bootstrap=" + kafka.bootstrapServers());
        return CommandRun.of(all.toArray(String[]::new));
    }
}
