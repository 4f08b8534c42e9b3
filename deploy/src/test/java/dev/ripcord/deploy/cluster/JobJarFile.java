package dev.ripcord.deploy.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Packs a job of the tests as a cluster wants it. */
final class JobJarFile {
    private JobJarFile() {}

    /** @param nested classes of the job's that it needs */
    static Path holding(Path directory, Class<?> job, Class<?>... nested) throws IOException {
        var jar = directory.resolve(job.getSimpleName() + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            add(job, out);
            for (var one : nested) {
                add(one, out);
            }
        }
        return jar;
    }

    private static void add(Class<?> type, JarOutputStream out) throws IOException {
        var name = type.getName().replace('.', '/') + ".class";
        try (var classFile = type.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            classFile.transferTo(out);
            out.closeEntry();
        }
    }
}
