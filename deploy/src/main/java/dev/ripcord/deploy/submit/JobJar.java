package dev.ripcord.deploy.submit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/** The jar that holds the jobs and what they need beside Flink. */
public final class JobJar {
    private static final String NAME = "ripcord-jobs-*-cluster.jar";

    private JobJar() {}

    /** Returns where a build of Ripcord puts it, whether it is there or not. */
    public static Path in(Path home) {
        var target = home.resolve("jobs").resolve("target");
        if (!Files.isDirectory(target)) {
            return target.resolve(NAME);
        }
        try (var jars = Files.newDirectoryStream(target, NAME)) {
            var found = jars.iterator();
            return found.hasNext() ? found.next() : target.resolve(NAME);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot look for the job jar in " + target, unreadable);
        }
    }

    static Precondition holds(Path jar, String entryClass) {
        return () -> {
            if (!Files.isRegularFile(jar)) {
                return List.of("there is no job jar " + jar + "; build it with: mvn -DskipTests package");
            }
            try (var file = new JarFile(jar.toFile())) {
                var entry = file.getEntry(entryClass.replace('.', '/') + ".class");
                return entry == null ? List.of(jar + " does not hold the job " + entryClass) : List.of();
            } catch (IOException unreadable) {
                return List.of(jar + " cannot be read as a jar: " + unreadable.getMessage());
            }
        };
    }
}
