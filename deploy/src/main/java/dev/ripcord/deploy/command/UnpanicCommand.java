package dev.ripcord.deploy.command;

import dev.ripcord.deploy.halts.HaltWords;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.halt.Halt;
import dev.ripcord.time.WallClock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ripcord unpanic}: ends a panic. */
@Command(
        name = "unpanic",
        description = "Ends ripcord panic. Halts of narrower scopes stay.",
        footer = {"", "Example: ripcord unpanic --reason 'the tool that deleted files is off'"})
public final class UnpanicCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private OperatorOptions operator;

    @Mixin
    private Told told;

    @Override
    public Integer call() throws Exception {
        try (var session = operator.open("nothing was released")) {
            var written = session.release(PanicCommand.EVERYBODY, operator.reason());
            long now = WallClock.SYSTEM.millis();
            var words = HaltWords.released(PanicCommand.EVERYBODY, written, session.log(), now);
            told.done(written, words, spec.commandLine());
            long left = session.log().inForce(now).stream()
                    .map(Halt::scope)
                    .distinct()
                    .count();
            if (left > 0) {
                spec.commandLine()
                        .getErr()
                        .println(left + " narrower scopes stay halted; see: ripcord halts" + operator.again());
            }
        }
        told.finish("ripcord panic --reason TEXT" + operator.again(), spec.commandLine());
        return ExitCode.OK;
    }
}
