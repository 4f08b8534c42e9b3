package dev.ripcord.deploy.demo;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ripcord demo} as a newcomer runs it: the script, a process of its own, its output and its exit code. */
@Timeout(180)
class DemoIT {
    private record Run(int exitCode, List<String> lines) {
        JsonNode counts() throws IOException {
            return Json.tree(lines.get(lines.size() - 1));
        }
    }

    @Test
    void eachRunawayIsHaltedAndObeysAndTheHealthyAgentFinishes() throws Exception {
        Run run = demo("--exit");

        assertThat(run.exitCode()).as(String.join("\n", run.lines())).isZero();
        assertThat(run.lines())
                .anyMatch(line -> line.startsWith("HALTED invoice-9 by identical-call"))
                .anyMatch(line -> line.startsWith("HALTED planner-3 by reasoning-loop"))
                .anyMatch(line -> line.startsWith("HALTED research-5 by cost-spike"))
                .anyMatch(line -> line.startsWith("FINISHED release-42"))
                .anyMatch(line -> line.contains("invoice-9 obeyed and stopped after"));
        JsonNode counts = run.counts();
        assertThat(counts.fieldNames()).toIterable().containsExactly("sent", "decoded", "dead", "signals", "halts");
        assertThat(counts.path("decoded").asInt()).isEqualTo(counts.path("sent").asInt());
        assertThat(counts.path("halts").asInt()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aFileIsAccountedForToTheLastRecordPoisonIncluded(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("events.jsonl.gz");
        List<byte[]> events = session("invoice-9")
                .repeats(4, call("status", "{ref: 1}"), result("{state: pending}"))
                .json();
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (byte[] event : events) {
                out.write(event);
                out.write('\n');
            }
            // Repeats of an event count as decoded, and as one step; two lines are no events.
            out.write(events.get(0));
            out.write("\nnot json\n\n{\"event_type\":\"message\"}\n".getBytes(StandardCharsets.UTF_8));
        }

        Run run = demo("--exit", "--events", file.toString());

        assertThat(run.exitCode()).as(String.join("\n", run.lines())).isZero();
        assertThat(run.counts())
                .isEqualTo(Json.tree("{\"sent\":11,\"decoded\":9,\"dead\":2,\"signals\":1,\"halts\":1}"));
    }

    @Test
    void aFileThatIsNotThereIsSaidBeforeAnythingStarts() throws Exception {
        Run run = demo("--events", "no-such-file.jsonl");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.lines()).anyMatch(line -> line.contains("no such file: no-such-file.jsonl"));
    }

    private static Run demo(String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("ripcord.home"), "deploy/bin/ripcord")
                                .toString(),
                        "demo")
                .redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().put("RIPCORD_SKIP_BUILD", "1");
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output.lines().toList());
        } finally {
            process.destroyForcibly();
        }
    }
}
