package dev.ripcord.pattern;

import dev.ripcord.source.Place;
import dev.ripcord.source.UnreadableSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the pattern files below a directory. */
public final class PatternFiles {
    private PatternFiles() {}

    /**
     * @return the file itself, whatever it is called; of a directory, its YAML files in alphabetical order
     * @throws UnreadableSource where a directory holds none
     */
    public static List<Path> in(Path path) throws UnreadableSource {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> below = Files.walk(path)) {
            List<Path> files = below.filter(file -> isYaml(file) && !isHidden(path.relativize(file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new UnreadableSource(Place.START, "the directory holds no *.yaml file");
            }
            return files;
        } catch (IOException | UncheckedIOException unreadable) {
            throw new UnreadableSource(Place.START, "the directory cannot be read: " + unreadable.getMessage());
        }
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static boolean isHidden(Path below) {
        for (Path name : below) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
