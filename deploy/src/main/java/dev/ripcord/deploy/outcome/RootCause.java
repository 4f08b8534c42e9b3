package dev.ripcord.deploy.outcome;

/** The one line of a chain of exceptions that says what went wrong. */
public final class RootCause {
    private RootCause() {}

    /** What the innermost exception says; where it says nothing, what it is. */
    public static String of(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
