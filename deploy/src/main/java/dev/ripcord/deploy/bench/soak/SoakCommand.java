package dev.ripcord.deploy.bench.soak;

import dev.ripcord.deploy.command.DurationText;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import dev.ripcord.time.Durations;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ripcord bench soak}: whether a guard goes on to find everything for hours, and what it takes levels off. */
@Command(
        name = "soak",
        description = {
            "Sends events to a guard between the topics at an even rate, broker, Flink and reader in this process, and"
                    + " loses its TaskManager now and then. Each minute a line tells how long signals took, what the guard"
                    + " takes by then, and how long a checkpoint was.",
            "Three of a hundred sessions run away; that each of them is found, and no other, is checked."
        },
        footer = {
            "",
            "Exit code 3 where a runaway was missed, or a healthy session was found.",
            "Example: ripcord bench soak --for 30m"
        })
public final class SoakCommand implements Callable<Integer> {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration CHECKPOINTS = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            defaultValue = "30m",
            converter = DurationText.class,
            description = "How long events are sent, in whole minutes (default: ${DEFAULT-VALUE}).")
    private Duration length;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Events a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--live",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Sessions at any time (default: ${DEFAULT-VALUE}).")
    private int live;

    @Option(
            names = "--kept",
            paramLabel = "DURATION",
            defaultValue = "10m",
            converter = DurationText.class,
            description = "How long a session stays in state after its last event (default: ${DEFAULT-VALUE}). What the"
                    + " guard takes cannot level off before that.")
    private Duration kept;

    @Option(
            names = "--fail-every",
            paramLabel = "DURATION",
            defaultValue = "7m",
            converter = DurationText.class,
            description = "Time between two losses of the TaskManager (default: ${DEFAULT-VALUE}); 0s for none.")
    private Duration failures;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var report = new Soak(plan(), this::say).run();
        if (json) {
            spec.commandLine().getOut().println(Json.text(report));
        } else {
            report.lines().forEach(spec.commandLine().getOut()::println);
        }
        return report.isRight() ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }

    private SoakPlan plan() {
        if (length.compareTo(INTERVAL) < 0) {
            throw refused("--for is " + Durations.format(length) + "; it must be 1m or more");
        }
        if (rate < 1 || live < 1) {
            throw refused("--rate is " + rate + " and --live is " + live + "; both must be 1 or more");
        }
        return new SoakPlan(length, INTERVAL, rate, live, kept, failures, CHECKPOINTS);
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    private void say(SoakInterval interval) {
        spec.commandLine().getErr().println(interval.line());
    }
}
