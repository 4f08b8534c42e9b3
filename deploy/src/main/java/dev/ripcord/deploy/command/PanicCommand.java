package dev.ripcord.deploy.command;

import dev.ripcord.deploy.halts.Confirmation;
import dev.ripcord.deploy.halts.HaltWords;
import dev.ripcord.deploy.halts.RecentSessions;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ripcord panic}: everything stops. */
@Command(
        name = "panic",
        description = "Halts every agent of every tenant until ripcord unpanic; needs Kafka alone, and no Flink. Asks"
                + " first.",
        footer = {"", "Example: ripcord panic --reason 'all agents delete files'"})
public final class PanicCommand implements Callable<Integer> {
    static final Scope EVERYBODY = new Scope(ScopeKind.GLOBAL, null, null);
    private static final String WORD = "panic";
    private static final String NOTHING = "nothing was halted";

    @Spec
    private CommandSpec spec;

    @Mixin
    private OperatorOptions operator;

    @Mixin
    private Told told;

    @Option(names = "--yes", description = "Do not ask; for scripts, and where there is no terminal.")
    private boolean yes;

    @Override
    public Integer call() throws Exception {
        try (var session = operator.open(NOTHING)) {
            if (!yes && !isConfirmed()) {
                spec.commandLine().getErr().println(NOTHING);
                return ExitCode.FAILED;
            }
            var written = session.halt(EVERYBODY, operator.reason(), Optional.empty());
            told.done(written, HaltWords.halted(written, session.log()), spec.commandLine());
        }
        told.finish("ripcord unpanic --reason TEXT" + operator.again(), spec.commandLine());
        return ExitCode.OK;
    }

    private boolean isConfirmed() throws Exception {
        var terminal = Confirmation.onTerminal()
                .orElseThrow(() -> new Refusal(
                        List.of("panic asks first, and there is no terminal to ask on; if you mean it, say --yes"),
                        NOTHING,
                        ExitCode.INVALID));
        var err = spec.commandLine().getErr();
        err.println("This stops every agent of every tenant at its next step, and refuses all that start.");
        RecentSessions.count(operator.address()).ifPresent(err::println);
        return terminal.isTyped(WORD, err);
    }
}
