package dev.ripcord.deploy.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How much of a list is shown: what is newest, as far as a person reads. */
final class ListLength {
    /** About what a terminal has room for. */
    private static final int FOR_PEOPLE = 50;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    private Integer most;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most the newest N halts; 0 for all (default: " + FOR_PEOPLE + ", with --json all).")
    private void most(int number) {
        if (number < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--limit is " + number + "; it must be 0, for all, or more");
        }
        most = number;
    }

    /**
     * @param json whether a program reads it
     * @return how many of so many are shown
     */
    int of(int all, boolean json) {
        int asked = most != null ? most : json ? 0 : FOR_PEOPLE;
        return asked == 0 ? all : Math.min(asked, all);
    }

    void tellOlder(int number) {
        if (number > 0) {
            spec.commandLine()
                    .getErr()
                    .println(number + (number == 1 ? " older one is" : " older ones are")
                            + " not shown; --limit 0 shows all");
        }
    }
}
