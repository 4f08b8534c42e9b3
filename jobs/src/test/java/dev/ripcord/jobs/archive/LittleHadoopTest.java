package dev.ripcord.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.archive.ArchiveTable;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job's jar has a few packages of Hadoop, the class path of the other tests has all. */
class LittleHadoopTest {
    private static final int RECORDS = 100;
    private static final String HADOOP = "org.apache.hadoop.";

    /** Of the module's pom. */
    private static final Set<String> IN_THE_JAR = Set.of("fs", "io", "mapreduce", "mapreduce.lib.input");

    @Test
    void theArchiveIsWrittenAndReadWithTheFewPackagesThatTheJobsJarHas(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("events.parquet");
        try (LittleHadoop loader = new LittleHadoop()) {
            assertThatThrownBy(() -> loader.loadClass(HADOOP + "conf.Configuration"))
                    .isInstanceOf(ClassNotFoundException.class);
            Class<?> table = loader.loadClass(ArchiveTable.class.getName());
            Class<?> sample = loader.loadClass(SampleFile.class.getName());
            Object events = table.getMethod("valueOf", String.class).invoke(null, "EVENTS");
            sample.getMethod("write", Path.class, table, int.class).invoke(null, file, events, RECORDS);

            assertThat(sample.getMethod("sessions", Path.class).invoke(null, file))
                    .isEqualTo(RECORDS);
        }
    }

    private static final class LittleHadoop extends URLClassLoader {
        LittleHadoop() {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            boolean hidden = name.startsWith(HADOOP)
                    && !IN_THE_JAR.contains(name.substring(HADOOP.length(), name.lastIndexOf('.')));
            if (hidden) {
                throw new ClassNotFoundException(name);
            }
            return super.findClass(name);
        }

        private static URL[] classPath() {
            return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                    .splitAsStream(System.getProperty("java.class.path"))
                    .map(entry -> url(Path.of(entry).toUri()))
                    .toArray(URL[]::new);
        }

        private static URL url(URI entry) {
            try {
                return entry.toURL();
            } catch (MalformedURLException neverOfAFile) {
                throw new IllegalStateException(neverOfAFile);
            }
        }
    }
}
