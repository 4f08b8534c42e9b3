package dev.ripcord.deploy.command;

import dev.ripcord.deploy.signals.Since;
import dev.ripcord.time.WallClock;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads {@code --since}. */
final class SinceWords {
    private SinceWords() {}

    /**
     * @param text null where the option was not given
     * @return milliseconds since the epoch
     * @throws ParameterException where the text is neither a duration nor a time
     */
    static Optional<Long> parse(String text, CommandSpec spec) {
        if (text == null) {
            return Optional.empty();
        }
        var millis = Since.parse(text, WallClock.SYSTEM.millis());
        if (millis.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--since is '" + text + "'; it must be a duration such as 10m, or a time such as"
                            + " 2026-01-01T08:00:00Z");
        }
        return millis;
    }
}
