package dev.ripcord.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where one broker keeps its data. It is locked before anything is opened in it: Kafka's own lock comes only after its
 * controller has begun to write.
 */
final class DataDirectory implements AutoCloseable {
    private final Path path;
    private final boolean temporary;
    private final FileChannel lock;

    private DataDirectory(Path path, boolean temporary) throws IOException {
        this.path = path;
        this.temporary = temporary;
        this.lock = lock(path);
    }

    /** A new directory that goes when it is closed. */
    static DataDirectory temporary() throws IOException {
        return new DataDirectory(Files.createTempDirectory("ripcord-kafka-"), true);
    }

    /** A directory that stays; it is created if it is missing. */
    static DataDirectory at(Path path) throws IOException {
        return new DataDirectory(Files.createDirectories(path), false);
    }

    private static FileChannel lock(Path path) throws IOException {
        var channel =
                FileChannel.open(path.resolve("ripcord.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldInThisJvm) {
            // The same as a lock that another process holds: refused below.
        }
        channel.close();
        throw new IOException("another broker is using " + path + "; close it, or choose another directory");
    }

    Path path() {
        return path;
    }

    boolean isFormatted() {
        return Files.exists(path.resolve("meta.properties"));
    }

    @Override
    public void close() throws IOException {
        lock.close();
        if (temporary) {
            Files.walkFileTree(path, new Deletion());
        }
    }
}
