package dev.ripcord.deploy.command;

import dev.ripcord.deploy.drill.Drill;
import dev.ripcord.deploy.drill.DrillPattern;
import dev.ripcord.deploy.drill.DrillResult;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ripcord drill}: proves that a runaway is stopped, and measures how long it takes. */
@Command(
        name = "drill",
        description = "Lets an agent run away against the live system, in a tenant of its own, and measures how long it"
                + " is until it is found, halted and stopped. Exit code 3 where it was not.",
        footer = {
            "",
            "Safe in production: the pattern ripcord-drill applies to the tenant ripcord-drill alone.",
            "Example: ripcord drill --json"
        })
public final class DrillCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private TrustedKeysOption trust;

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            defaultValue = "${env:RIPCORD_GATEWAY:-http://127.0.0.1:7700}",
            converter = ClusterAddress.class,
            description = "The gateway (default: $RIPCORD_GATEWAY, else http://127.0.0.1:7700).")
    private URI gateway;

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            description = "An operator's key, where the gateway asks for one (default: $RIPCORD_API_KEY, where"
                    + " other users of this machine cannot see it).")
    private String apiKey = System.getenv("RIPCORD_API_KEY");

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "30s",
            converter = DurationText.class,
            description = "How long the agent may go on until it is given up (default: ${DEFAULT-VALUE}).")
    private Duration patience;

    @Option(names = "--json", description = "Print one JSON object: verdict, and the milliseconds of each stage.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var trusted = trust.read("nothing is proven");
        var given = kafka.givenAddress();
        if (given.isPresent()) {
            DrillPattern.enforce(given.get(), System.getProperty("user.name"))
                    .ifPresent(key -> say("put " + key + " in force; it applies to tenant " + DrillPattern.TENANT));
        }
        var drill = new Drill(gateway, Optional.ofNullable(apiKey), trusted, patience);
        say("session/" + DrillPattern.TENANT + "/" + drill.session() + ": an agent asks the same thing for ever ...");
        var result = drill.run();
        if (json) {
            spec.commandLine().getOut().println(Json.text(result));
        } else {
            print(result, drill);
        }
        say("the drill's session is never used again" + (result.hasStopped() ? "; it was released" : ""));
        return result.hasStopped() ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }

    private void print(DrillResult result, Drill drill) {
        stage("event to signal", result.eventToSignalMs(), drill.message().orElse(""));
        stage("signal to delivery", result.signalToDeliveryMs(), "the agent's guard has the halt");
        stage("delivery to stop", result.deliveryToStopMs(), "after " + drill.events() + " events");
        stage("total", result.totalMs(), "");
        spec.commandLine().getOut().println(result.verdict());
    }

    private void stage(String name, Double millis, String remark) {
        var time = millis == null ? "not reached" : String.format(Locale.ROOT, "%8.2f ms", millis);
        var line = String.format(Locale.ROOT, "  %-20s %s  %s", name, time, millis == null ? "" : remark);
        spec.commandLine().getOut().println(Printable.line(line).stripTrailing());
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
    }
}
