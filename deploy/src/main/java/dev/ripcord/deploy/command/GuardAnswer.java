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
            description = "How long to wait for the guard's answer (default: ${DEFAULT-VALUE}).")
    private Duration patience;

    @Option(names = "--no-wait", description = "Do not wait for it.")
    private boolean noWait;

    @Option(names = "--json", description = "Print one JSON object: activation, offset, answer, written.")
    private boolean json;

    ActivationWriter writer(KafkaAddress kafka) {
        return new ActivationWriter(kafka, noWait ? Duration.ZERO : patience);
    }

    /** @return the exit code */
    int tell(ActivationResult result, CommandLine command) {
        var answer = result.answer();
        if (json) {
            command.getOut().println(Json.text(result));
        }
        if (!result.written()) {
            return tellStanding(result.activation(), command);
        }
        if (answer == null) {
            return tellSilence(result.activation(), command);
        }
        if (answer.status() == PatternStatus.Status.REFUSED) {
            answer.problems().forEach(problem -> command.getErr().println("error: " + problem));
            command.getErr()
                    .println(result.activation().id() + " is refused by the guard; what was in force stays in force");
            return ExitCode.INVALID;
        }
        answer.problems().forEach(command.getErr()::println);
        if (!json) {
            command.getOut().println(line(result.activation(), answer));
        }
        return ExitCode.OK;
    }

    private int tellSilence(Activation activation, CommandLine command) {
        if (noWait) {
            command.getErr().println(activation.id() + " is written; the guard was not waited for");
            return ExitCode.OK;
        }
        command.getErr()
                .println("error: no guard answered within " + Durations.format(patience)
                        + "; it is written, and counts as soon as a guard runs (see: ripcord patterns list)");
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
