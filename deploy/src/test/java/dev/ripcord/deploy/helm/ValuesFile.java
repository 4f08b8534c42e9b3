package dev.ripcord.deploy.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Values as an operator would write them into a file of their own. */
record ValuesFile(Path directory) {
    Path saying(String yaml) {
        try {
            return Files.writeString(Files.createTempFile(directory, "values", ".yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
