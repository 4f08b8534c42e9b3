package dev.ripcord.deploy;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.outcome.RootCause;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line why a command failed, and in one line per reason why it was refused. */
final class FailureLine implements IExecutionExceptionHandler {
    private final BooleanSupplier verbose;

    FailureLine(BooleanSupplier verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        if (verbose.getAsBoolean()) {
            failure.printStackTrace(err);
        }
        if (failure instanceof Refusal refusal) {
            refusal.reasons().forEach(reason -> err.println("error: " + reason));
            err.println(refusal.getMessage());
            return refusal.exitCode();
        }
        err.println("error: " + oneLine(failure));
        return ExitCode.FAILED;
    }

    /** The message of our own exceptions tells the whole; of others, what they were caused by tells more. */
    private static String oneLine(Exception failure) {
        var message = failure.getMessage();
        var cause = RootCause.of(failure);
        if (message == null || message.isBlank() || message.equals(cause)) {
            return cause;
        }
        return message.contains(cause) ? message : message + ": " + cause;
    }
}
