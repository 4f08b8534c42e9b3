package dev.ripcord.deploy.command;

import dev.ripcord.deploy.halts.HaltTrust;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.halt.SigningKey;
import dev.ripcord.halt.TrustedKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Option;

/** With which key what is written is signed, and whose signatures are believed. */
final class TrustOptions {
    @Option(
            names = "--signing-key",
            paramLabel = "ID=FILE",
            description = "Ed25519 private key, PEM, that signs what is written (default: $RIPCORD_SIGNING_KEY).")
    private String signingKey = Objects.requireNonNullElse(System.getenv("RIPCORD_SIGNING_KEY"), "");

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

    /** @throws Refusal where a file holds no key, with all reasons at once */
    HaltTrust read(String consequence) {
        var problems = new ArrayList<String>();
        var keys = trustedKeys(problems);
        var signing = signingKey(problems);
        if (!problems.isEmpty()) {
            throw new Refusal(problems, consequence, ExitCode.INVALID);
        }
        return new HaltTrust(keys, signing);
    }

    private Optional<TrustedKeys> trustedKeys(List<String> problems) {
        Map<String, Path> files = new LinkedHashMap<>();
        trusted.forEach(text -> named("--trust", text, problems).ifPresent(file -> files.put(file.id, file.path)));
        try {
            return files.isEmpty() ? Optional.empty() : Optional.of(TrustedKeys.read(files));
        } catch (IOException noKey) {
            problems.add("--trust: " + noKey.getMessage());
            return Optional.empty();
        }
    }

    private Optional<SigningKey> signingKey(List<String> problems) {
        if (signingKey.isBlank()) {
            return Optional.empty();
        }
        try {
            var file = named("--signing-key", signingKey, problems);
            return file.isEmpty() ? Optional.empty() : Optional.of(SigningKey.read(file.get().id, file.get().path));
        } catch (IOException | IllegalArgumentException noKey) {
            problems.add("--signing-key: " + noKey.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<NamedFile> named(String option, String text, List<String> problems) {
        int sign = text.indexOf('=');
        if (sign < 1 || sign == text.length() - 1) {
            problems.add(option + " is '" + text + "'; it must be ID=FILE, such as ops-1=/etc/ripcord/ops-1"
                    + (option.equals("--trust") ? ".pub" : ".key"));
            return Optional.empty();
        }
        return Optional.of(new NamedFile(text.substring(0, sign), Path.of(text.substring(sign + 1))));
    }

    private record NamedFile(String id, Path path) {}
}
