package dev.ripcord.deploy.command;

import dev.ripcord.pattern.Mode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ripcord patterns demote}: what halted only signals from now on. */
@Command(
        name = "demote",
        description = "Lets patterns that are enforced signal only, each with the parameters that it has. What"
                + " they have halted stays so until it is released: see ripcord halts.",
        footer = {"", "Example: ripcord patterns demote identical-call --reason 'halts the nightly batch'"})
final class PatternsDemoteCommand implements Callable<Integer> {
    @Mixin
    private ModeChange change;

    @Override
    public Integer call() throws Exception {
        return change.to(Mode.SHADOW, "nothing was demoted");
    }
}
