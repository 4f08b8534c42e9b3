package dev.ripcord.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.archive.ArchiveTable;
import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job's jar has no Hadoop in it, the class path of the other tests has. */
class WithoutHadoopTest {
    @Test
    void theArchiveIsWrittenWhereThereIsNoHadoop(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("events.parquet");
        try (URLClassLoader loader = new URLClassLoader(classPathWithoutHadoop(), ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> loader.loadClass("org.apache.hadoop.conf.Configuration"))
                    .isInstanceOf(ClassNotFoundException.class);
            Class<?> table = loader.loadClass(ArchiveTable.class.getName());
            Method write =
                    loader.loadClass(SampleFile.class.getName()).getMethod("write", Path.class, table, int.class);
            write.invoke(null, file, table.getMethod("valueOf", String.class).invoke(null, "EVENTS"), 100);
        }

        assertThat(Files.size(file)).isPositive();
    }

    private static URL[] classPathWithoutHadoop() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !entry.contains("hadoop-client"))
                .map(entry -> Path.of(entry).toUri())
                .map(WithoutHadoopTest::url)
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
