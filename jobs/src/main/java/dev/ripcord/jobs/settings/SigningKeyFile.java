package dev.ripcord.jobs.settings;

import dev.ripcord.halt.SigningKey;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * Where the guard finds the key that it signs with: a file on each TaskManager, so that the key travels nowhere.
 *
 * @param id under which those who verify know its public half
 */
public record SigningKeyFile(String id, String path) implements Serializable {
    /** @throws IllegalArgumentException where the text is not {@code KEYID=FILE} */
    static SigningKeyFile parse(String text) {
        int equals = text.indexOf('=');
        String id = text.substring(0, Math.max(0, equals)).strip();
        String path = text.substring(equals + 1).strip();
        if (!id.matches("[A-Za-z0-9._-]{1,64}") || path.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' is no KEYID=FILE");
        }
        return new SigningKeyFile(id, path);
    }

    /** @throws IOException where the file holds no private Ed25519 key; the message names the setting and the file */
    public SigningKey read() throws IOException {
        try {
            return SigningKey.read(id, Path.of(path));
        } catch (IOException | RuntimeException unreadable) {
            throw new IOException(
                    GuardOptions.SIGNING_KEY.key() + " names " + path
                            + ", from which no private Ed25519 key in PEM can be read on this machine: "
                            + unreadable.getMessage(),
                    unreadable);
        }
    }
}
