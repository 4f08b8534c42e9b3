package dev.ripcord.deploy.submit;

import java.util.regex.Pattern;

/** Reads the cause of a failure out of a stack trace that came as text, as Flink's REST API gives it. */
final class StackTrace {
    private static final String CAUSED_BY = "Caused by: ";
    private static final Pattern FRAMES = Pattern.compile("\\R(\\s+at |\\s+\\.\\.\\. \\d+ more|End of exception)");
    private static final Pattern EXCEPTION_CLASS = Pattern.compile("^(?:[a-z_][\\w$]*\\.)+[\\w$]+: ");

    private StackTrace() {}

    /** What the innermost exception said, all its lines; its class alone where it said nothing. */
    static String rootCause(String trace) {
        var lastCause = trace.lastIndexOf(CAUSED_BY);
        var innermost = lastCause < 0 ? trace : trace.substring(lastCause + CAUSED_BY.length());
        var said = FRAMES.split(innermost, 2)[0].strip();
        var message = EXCEPTION_CLASS.matcher(said).replaceFirst("").strip();
        return message.isEmpty() ? said : message;
    }
}
