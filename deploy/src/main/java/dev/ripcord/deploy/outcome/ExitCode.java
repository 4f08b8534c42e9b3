package dev.ripcord.deploy.outcome;

/** How a command ended, for the shell. */
public final class ExitCode {
    public static final int OK = 0;
    /** What was asked for could not be done. */
    public static final int FAILED = 1;
    /** It was asked for wrongly: the command line, or a pattern file, is not valid. */
    public static final int INVALID = 2;
    /** It was done, and what was to be shown is not so. */
    public static final int CHECK_FAILED = 3;

    private ExitCode() {}
}
