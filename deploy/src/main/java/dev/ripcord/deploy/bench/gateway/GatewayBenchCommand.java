package dev.ripcord.deploy.bench.gateway;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ripcord bench gateway}: how quickly checks are answered, and how soon a halt reaches everybody. */
@Command(
        name = "gateway",
        description = {
            "Starts a broker and a gateway in this process (or takes one that runs), and measures:",
            "  check     GET /v1/check at a fixed rate, each latency from when it was due",
            "  delivery  halts and releases to many SSE clients, from the broker's time of the record",
            "Its halts are of a tenant of their own, ripcord-bench: nobody else is stopped."
        },
        footer = {
            "",
            "Exit code 3 where an answer or a delivery was lost; a target that is missed is only shown.",
            "Example: ripcord bench gateway --quick"
        })
public final class GatewayBenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--quick", description = "Less of everything: a quarter of a minute instead of one.")
    private boolean quick;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            description = "A gateway that runs already, on the same machine: clocks are compared.")
    private URI gateway;

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            defaultValue = "${env:RIPCORD_API_KEY}",
            description = "An operator's key for it (default: $$RIPCORD_API_KEY).")
    private String apiKey;

    @Option(names = "--clients", paramLabel = "N", description = "SSE clients (default: 1000).")
    private Integer clients;

    @Option(names = "--rate", paramLabel = "N", description = "Checks a second (default: 2000).")
    private Integer rate;

    @Override
    public Integer call() throws Exception {
        var settings = settings();
        try (var target = target()) {
            say("measuring " + target.gateway());
            var report = new GatewayBench(target, settings, this::say).run();
            if (json) {
                spec.commandLine().getOut().println(Json.text(report));
            } else {
                report.lines().forEach(spec.commandLine().getOut()::println);
            }
            return report.isComplete() ? ExitCode.OK : ExitCode.CHECK_FAILED;
        }
    }

    private BenchSettings settings() {
        var settings = quick ? BenchSettings.QUICK : BenchSettings.FULL;
        if (clients != null) {
            settings = settings.withClients(atLeastOne("--clients", clients));
        }
        return rate == null ? settings : settings.withRate(atLeastOne("--rate", rate));
    }

    private int atLeastOne(String option, int value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " is " + value + "; it must be 1 or more");
        }
        return value;
    }

    private BenchTarget target() throws ExecutionException, InterruptedException {
        if (gateway == null) {
            say("starting a broker and a gateway in this process ...");
            return LocalTarget.start();
        }
        if (!"http".equals(gateway.getScheme()) || gateway.getHost() == null) {
            throw new ParameterException(
                    spec.commandLine(), "--gateway is " + gateway + "; it must be like http://127.0.0.1:7700");
        }
        var key = apiKey == null || apiKey.isBlank() ? null : apiKey;
        return new RemoteTarget(gateway, key, HttpClient.newHttpClient());
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
    }
}
