package dev.ripcord.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.Ripcord;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code ripcord serve} as a service manager runs it: a process of its own, ended by SIGTERM. */
@Timeout(90)
class ServeIT {
    private static final Pattern ADDRESS = Pattern.compile("gateway at (http://\\S+);.*");
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    @Test
    void itServesUntilItIsToldToEndAndThenEndsInOrder() throws Exception {
        try (LocalKafka kafka = LocalKafka.start()) {
            Topics.create(kafka.bootstrapServers());
            Process process = serve("--bootstrap", kafka.bootstrapServers(), "--port", "0");
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                URI address = address(lines);

                assertThat(verdict(address)).isIn("allowed", "");
                process.toHandle().destroy();

                assertThat(lines.lines()).containsExactly("ending ...");
                assertThat(process.waitFor()).isEqualTo(ENDED_BY_SIGTERM);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void whereNoKafkaAnswersThatIsSaidAndItTriesOn() throws Exception {
        String nobody = "127.0.0.1:" + freePort();
        Process process = serve("--bootstrap", nobody, "--port", "0");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            URI address = address(lines);
            assertThat(lines.lines()
                            .filter(line -> line.startsWith("warning: "))
                            .findFirst())
                    .hasValueSatisfying(line -> assertThat(line).contains("no Kafka answers at " + nobody));
            assertThat(verdict(address)).isNotEqualTo("allowed");
        } finally {
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static String verdict(URI address) throws Exception {
        URI check = address.resolve("/v1/check?session=anybody");
        var response =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(check).build(), BodyHandlers.ofString());
        return Json.tree(response.body()).path("verdict").asText();
    }

    private static URI address(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            var found = ADDRESS.matcher(line);
            if (found.matches()) {
                return URI.create(found.group(1));
            }
        }
        throw new AssertionError("it ended without serving");
    }

    private static Process serve(String... options) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ripcord.class.getName(),
                        "serve")
                .redirectErrorStream(true);
        builder.command().addAll(List.of(options));
        return builder.start();
    }

    @Test
    void whatIsWrongIsSaidBeforeAnythingIsServed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(CommandRun.of("serve", "--bind", "0.0.0.0").err())
                    .contains("without a file of API keys everybody is an operator", "nothing was started");
            assertThat(CommandRun.of("serve", "--roles", "replay").exitCode()).isEqualTo(ExitCode.INVALID);
            CommandRun run = CommandRun.of("serve", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err()).contains("error: ", "nothing was started");
        }
    }
}
