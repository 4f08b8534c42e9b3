package dev.ripcord.deploy.command;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.ActivationResult;
import dev.ripcord.deploy.patterns.ActivationWriter;
import dev.ripcord.deploy.print.Moment;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.time.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Whether and how long a command waits for the guard's word, and how it tells it. */
final class GuardAnswer {
    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "10s",
            converter = DurationText.class,
            description = "How long to wait for the guard's answer, of several together (default: ${DEFAULT-VALUE}).")
    private Duration patience;

    @Option(names = "--no-wait", description = "Do not wait for it.")
    private boolean noWait;

    @Option(names = "--json", description = "Print a JSON object a line for each: activation, offset, answer, written.")
    private boolean json;

    ActivationWriter writer(KafkaAddress kafka) {
        return new ActivationWriter(kafka, noWait ? Duration.ZERO : patience);
    }

    /** @return the exit code: of several the highest; a guard that is silent is told of once */
    int tell(List<ActivationResult> results, CommandLine command) {
        int exitCode = ExitCode.OK;
        for (var result : results) {
            if (json) {
                command.getOut().println(Json.text(result));
            }
            if (!result.awaitsAnswer()) {
                exitCode = Math.max(exitCode, tell(result, results.size() > 1, command));
            }
        }
        var silent = results.stream()
                .filter(ActivationResult::awaitsAnswer)
                .map(result -> result.activation().id())
                .toList();
        return silent.isEmpty() ? exitCode : Math.max(exitCode, tellSilence(silent, results.size() > 1, command));
    }

    /** @return whether all went as the command was told to go: the guard took it, or was not to be waited for */
    boolean isContentWith(ActivationResult result) {
        return result.awaitsAnswer() ? noWait : !result.wasRefused();
    }

    private int tell(ActivationResult result, boolean isOneOfSeveral, CommandLine command) {
        if (!result.written()) {
            return tellStanding(result.activation(), command);
        }
        var id = result.activation().id();
        var about = isOneOfSeveral ? id + ": " : "";
        var problems = result.answer().problems();
        if (result.wasRefused()) {
            problems.forEach(problem -> command.getErr().println("error: " + about + problem));
            command.getErr().println(id + " is refused by the guard; what was in force stays in force");
            return ExitCode.INVALID;
        }
        problems.forEach(problem -> command.getErr().println(about + problem));
        if (!json) {
            command.getOut().println(line(result.activation(), result.answer()));
        }
        return ExitCode.OK;
    }

    private int tellSilence(List<String> ids, boolean areOfSeveral, CommandLine command) {
        if (noWait) {
            ids.forEach(id -> command.getErr().println(id + " is written; the guard was not waited for"));
            return ExitCode.OK;
        }
        command.getErr()
                .println("error: no guard answered within " + Durations.format(patience)
                        + (areOfSeveral ? " for " + String.join(", ", ids) : "")
                        + (ids.size() == 1 ? "; it is written, and counts" : "; they are written, and count")
                        + " as soon as a guard runs (see: ripcord patterns list)");
        return ExitCode.FAILED;
    }

    private int tellStanding(Activation activation, CommandLine command) {
        if (!json) {
            command.getOut()
                    .println(named(activation) + " is active already, since " + Moment.utc(activation.activateAt())
                            + ", with the same parameters; nothing was written, and whether a guard runs now was not"
                            + " asked (--again writes it all the same)");
        }
        return ExitCode.OK;
    }

    private static String line(Activation activation, PatternStatus answer) {
        var from = answer.activateAt() == null ? "" : " from " + Moment.utc(answer.activateAt());
        return activation.deactivates()
                ? activation.id() + " is not active" + from
                : named(activation) + " is active" + from;
    }

    private static String named(Activation activation) {
        return activation.id() + "@" + activation.hash() + " ("
                + activation.mode().name().toLowerCase(Locale.ROOT) + ")";
    }
}
