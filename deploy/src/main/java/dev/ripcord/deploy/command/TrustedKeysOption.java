package dev.ripcord.deploy.command;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.halt.TrustedKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose signatures are believed. */
final class TrustedKeysOption {
    @Option(
            names = "--trust",
            paramLabel = "ID=FILE",
            split = ",",
            description = "Public key whose signatures are believed, and none but those; may be repeated (default:"
                    + " $RIPCORD_TRUST; without any, whoever may write to the topic is believed).")
    private List<String> trusted = words(System.getenv("RIPCORD_TRUST"));

    private static List<String> words(String environment) {
        return environment == null || environment.isBlank() ? List.of() : List.of(environment.split(","));
    }

    /** @throws Refusal where a file holds no key */
    Optional<TrustedKeys> read(String consequence) {
        var problems = new ArrayList<String>();
        var keys = read(problems);
        if (!problems.isEmpty()) {
            throw new Refusal(problems, consequence, ExitCode.INVALID);
        }
        return keys;
    }

    /** @param problems is told where a file holds no key */
    Optional<TrustedKeys> read(List<String> problems) {
        Map<String, Path> files = new LinkedHashMap<>();
        trusted.forEach(text -> NamedFile.parse("--trust", text, "ops-1=/etc/ripcord/ops-1.pub", problems)
                .ifPresent(file -> files.put(file.id(), file.path())));
        try {
            return files.isEmpty() ? Optional.empty() : Optional.of(TrustedKeys.read(files));
        } catch (IOException noKey) {
            problems.add("--trust: " + noKey.getMessage());
            return Optional.empty();
        }
    }
}
