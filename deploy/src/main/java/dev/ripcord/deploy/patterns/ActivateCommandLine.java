package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.print.ShellWord;
import dev.ripcord.pattern.Activation;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The command that brings an activation back, to be typed again. */
public final class ActivateCommandLine {
    private ActivateCommandLine() {}

    public static String of(Activation activation) {
        if (activation.deactivates()) {
            return "ripcord patterns deactivate " + activation.id();
        }
        return "ripcord patterns activate " + activation.id() + "@" + activation.hash() + " --mode "
                + activation.mode().name().toLowerCase(Locale.ROOT)
                + new TreeMap<>(activation.parameters())
                        .entrySet().stream()
                                .map(entry -> " --param " + ShellWord.of(entry.getKey() + "=" + entry.getValue()))
                                .collect(Collectors.joining());
    }
}
