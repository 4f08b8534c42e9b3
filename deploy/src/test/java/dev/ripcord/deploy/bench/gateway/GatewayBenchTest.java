package dev.ripcord.deploy.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatewayBenchTest {
    private static final BenchSettings SMALL =
            new BenchSettings(200, Duration.ofMillis(500), Duration.ofSeconds(1), 4, 20, 4, Duration.ofSeconds(10));

    @Test
    void everyCheckIsAnsweredAndEveryRecordReachesEverybody() throws Exception {
        try (var target = LocalTarget.start()) {
            var report = new GatewayBench(target, SMALL, line -> {}).run();
            assertThat(report.isComplete()).isTrue();
            assertThat(report.check().requests()).isEqualTo(200);
            assertThat(report.check().p50Ms())
                    .isPositive()
                    .isLessThanOrEqualTo(report.check().p99Ms());
            assertThat(report.delivery().received()).isEqualTo(80);
            assertThat(report.lines()).hasSize(3).anyMatch(line -> line.contains("4 records to 20 SSE clients"));
            assertThat(Json.text(report)).contains("\"check\":{\"rate_per_s\":200,", "\"target_p99_ms\":250.0");

            // The same over the gateway's own API, twice: the first must leave nothing halted.
            var remote = new RemoteTarget(target.gateway(), null, HttpClient.newHttpClient());
            for (int run = 0; run < 2; run++) {
                var again = new GatewayBench(remote, SMALL, line -> {}).run();
                assertThat(again.isComplete()).isTrue();
            }
        }
    }

    @Test
    void whatIsAskedWronglyIsNotMeasured() {
        var address = CommandRun.of("bench", "gateway", "--gateway", "https://example.org");
        assertThat(address.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(address.err()).contains("--gateway is https://example.org; it must be like http://127.0.0.1:7700");
        var clients = CommandRun.of("bench", "gateway", "--clients", "0");
        assertThat(clients.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(clients.err()).contains("--clients is 0; it must be 1 or more");
    }

    @Test
    void nobodyThereIsAFailureInOneLine() {
        var run = CommandRun.of("bench", "gateway", "--gateway", "http://127.0.0.1:1", "--quick");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("error: ");
    }
}
