package dev.ripcord.deploy.command;

import dev.ripcord.deploy.halts.Confirmation;
import dev.ripcord.deploy.halts.RecentSessions;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What is asked before everything stops, by whatever command. */
final class PanicQuestion {
    private static final String WORD = "panic";

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--yes",
            description = "Do not ask before everything stops; for scripts, and where there is no terminal.")
    private boolean yes;

    /**
     * @param nothing what does not happen otherwise; said where the word is not typed
     * @throws Refusal where nobody can be asked
     */
    boolean isConfirmed(KafkaAddress kafka, String nothing) throws IOException, InterruptedException {
        if (yes) {
            return true;
        }
        var terminal = Confirmation.onTerminal()
                .orElseThrow(() -> new Refusal(
                        List.of("stopping everything asks first, and there is no terminal to ask on; if you mean it,"
                                + " say --yes"),
                        nothing,
                        ExitCode.INVALID));
        var err = spec.commandLine().getErr();
        err.println("This stops every agent of every tenant at its next step, and refuses all that start.");
        RecentSessions.count(kafka).ifPresent(err::println);
        boolean typed = terminal.isTyped(WORD, err);
        if (!typed) {
            err.println(nothing);
        }
        return typed;
    }
}
