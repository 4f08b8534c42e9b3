package dev.ripcord.deploy.command;

import dev.ripcord.deploy.halts.HaltTrust;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.halt.SigningKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** With which key what is written is signed, and whose signatures are believed. */
final class TrustOptions {
    @Mixin
    private TrustedKeysOption trusted;

    @Option(
            names = "--signing-key",
            paramLabel = "ID=FILE",
            description = "Ed25519 private key, PEM, that signs what is written (default: $RIPCORD_SIGNING_KEY).")
    private String signingKey = Objects.requireNonNullElse(System.getenv("RIPCORD_SIGNING_KEY"), "");

    /** @throws Refusal where a file holds no key, with all reasons at once */
    HaltTrust read(String consequence) {
        var problems = new ArrayList<String>();
        var keys = trusted.read(problems);
        var signing = signingKey(problems);
        if (!problems.isEmpty()) {
            throw new Refusal(problems, consequence, ExitCode.INVALID);
        }
        return new HaltTrust(keys, signing);
    }

    private Optional<SigningKey> signingKey(List<String> problems) {
        if (signingKey.isBlank()) {
            return Optional.empty();
        }
        try {
            var file = NamedFile.parse("--signing-key", signingKey, "ops-1=/etc/ripcord/ops-1.key", problems);
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SigningKey.read(file.get().id(), file.get().path()));
        } catch (IOException | IllegalArgumentException noKey) {
            problems.add("--signing-key: " + noKey.getMessage());
            return Optional.empty();
        }
    }
}
