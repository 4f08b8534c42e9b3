package dev.ripcord.deploy.halts;

import dev.ripcord.deploy.print.ShellWord;
import dev.ripcord.halt.Scope;
import dev.ripcord.time.Durations;
import java.time.Duration;
import java.util.Optional;

/**
 * The commands that a person may want after a halt, as they are typed.
 *
 * @param reason that was given for the halt
 * @param time that was given for it; empty where it stands until it is released
 * @param kafka options with which they reach the same Kafka; empty where none are needed
 */
public record NextCommands(String reason, Optional<Duration> time, String kafka) {
    /** @return the same halt of another scope */
    String halt(Scope scope) {
        var expires = time.map(Durations::format).map(text -> " --for " + text).orElse("");
        return "ripcord halt " + ShellWord.of(scope.key()) + " --reason " + ShellWord.of(reason) + expires + kafka;
    }

    String release(Scope scope) {
        return "ripcord release " + ShellWord.of(scope.key()) + " --reason TEXT" + kafka;
    }
}
