package dev.ripcord.deploy.outcome;

import java.util.List;

/** What was asked for is not begun, for reasons that the asker can do something about: all of them at once. */
public final class Refusal extends RuntimeException {
    private final List<String> reasons;
    private final int exitCode;

    /**
     * @param consequence what therefore did not happen, such as "nothing was started"
     * @param exitCode one of {@link ExitCode}
     */
    public Refusal(List<String> reasons, String consequence, int exitCode) {
        super(counted(reasons) + "; " + consequence);
        this.reasons = List.copyOf(reasons);
        this.exitCode = exitCode;
    }

    private static String counted(List<String> reasons) {
        return reasons.size() == 1 ? "1 error" : reasons.size() + " errors";
    }

    public List<String> reasons() {
        return reasons;
    }

    public int exitCode() {
        return exitCode;
    }
}
