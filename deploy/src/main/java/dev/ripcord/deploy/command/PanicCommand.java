package dev.ripcord.deploy.command;

import dev.ripcord.deploy.halts.HaltWords;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ripcord panic}: everything stops. */
@Command(
        name = "panic",
        description = "Halts every agent of every tenant until ripcord unpanic; needs Kafka alone, and no Flink. Asks"
                + " first.",
        footer = {"", "Example: ripcord panic --reason 'all agents delete files'"})
public final class PanicCommand implements Callable<Integer> {
    static final Scope EVERYBODY = new Scope(ScopeKind.GLOBAL, null, null);
    private static final String NOTHING = "nothing was halted";

    @Spec
    private CommandSpec spec;

    @Mixin
    private OperatorOptions operator;

    @Mixin
    private Told told;

    @Mixin
    private PanicQuestion question;

    @Override
    public Integer call() throws Exception {
        try (var session = operator.open(NOTHING)) {
            if (!question.isConfirmed(operator.address(), NOTHING)) {
                return ExitCode.FAILED;
            }
            var written = session.halt(EVERYBODY, operator.reason(), Optional.empty());
            told.done(written, HaltWords.halted(written, session.log()), spec.commandLine());
        }
        told.finish("ripcord unpanic --reason TEXT" + operator.again(), spec.commandLine());
        return ExitCode.OK;
    }
}
