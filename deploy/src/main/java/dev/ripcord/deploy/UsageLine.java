package dev.ripcord.deploy;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.source.Suggestion;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what was wrong with a command line, what was probably meant, and where to look: the help would bury it. */
final class UsageLine implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        var err = command.getErr();
        // Of groups of options picocli's own message begins so too.
        err.println("error: " + wrong.getMessage().replaceFirst("^Error: ", ""));
        if (namesNoCommand(wrong, command)) {
            command.usage(err);
            return ExitCode.INVALID;
        }
        meant(wrong).ifPresent(word -> err.println("did you mean " + word + "?"));
        err.println("see: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.INVALID;
    }

    /** A group of commands does nothing by itself: which there are is all that can be said then. */
    private static boolean namesNoCommand(ParameterException wrong, CommandLine command) {
        return !(wrong instanceof UnmatchedArgumentException) && !(command.getCommand() instanceof Callable);
    }

    private static Optional<String> meant(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return Optional.empty();
        }
        var word = unmatched.getUnmatched().get(0);
        // An option may have its value behind it: --form=json.
        var name = word.startsWith("-") ? word.replaceFirst("=.*", "") : word;
        return Suggestion.nearest(name, known(wrong.getCommandLine(), name));
    }

    private static Collection<String> known(CommandLine command, String word) {
        return word.startsWith("-")
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet();
    }
}
