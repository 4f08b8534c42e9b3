package dev.ripcord.deploy.command;

import dev.ripcord.pattern.Mode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ripcord patterns promote}: what was in shadow halts from now on. */
@Command(
        name = "promote",
        description = "Lets patterns that are in shadow halt, each with the parameters that it has: look at ripcord"
                + " patterns report first.",
        footer = {"", "Example: ripcord patterns promote identical-call --reason 'two weeks, no false signal'"})
final class PatternsPromoteCommand implements Callable<Integer> {
    @Mixin
    private ModeChange change;

    @Override
    public Integer call() throws Exception {
        return change.to(Mode.ENFORCE, "nothing was promoted");
    }
}
