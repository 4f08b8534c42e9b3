package dev.ripcord.deploy.bench.engine;

import dev.ripcord.deploy.bench.figures.Footprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.flink.util.FileUtils;

/** Where a job's state lies, for as long as it runs. */
public record StateFiles(Path directory) implements AutoCloseable {
    public static StateFiles create() throws IOException {
        return new StateFiles(Files.createTempDirectory("ripcord-bench-"));
    }

    public Path rocksdb() {
        return directory.resolve("rocksdb");
    }

    public Path checkpoints() {
        return directory.resolve("checkpoints");
    }

    /**
     * Collects garbage first.
     *
     * @param sessions that are live by now
     */
    Footprint weigh(long sessions) throws IOException {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return new Footprint(sessions, memory.getHeapMemoryUsage().getUsed(), rocksdbBytes());
    }

    /** @return bytes that RocksDB's files have now */
    public long rocksdbBytes() throws IOException {
        return bytes(rocksdb());
    }

    private static long bytes(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.mapToLong(StateFiles::size).sum();
        }
    }

    /** RocksDB merges its files all the while: one that is gone is in another. */
    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException merged) {
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        FileUtils.deleteDirectoryQuietly(directory.toFile());
    }
}
