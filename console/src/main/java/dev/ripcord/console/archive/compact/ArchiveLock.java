package dev.ripcord.console.archive.compact;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held while files are rewritten: of two that do it at once, one would bring back what the other has dropped. */
final class ArchiveLock implements AutoCloseable {
    private static final String NAME = ".ripcord-archive.lock";

    private final FileChannel channel;

    private ArchiveLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException where somebody else holds it */
    static ArchiveLock of(Path root) throws IOException {
        FileChannel channel = FileChannel.open(root.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new ArchiveLock(channel);
            }
        } catch (OverlappingFileLockException ofThisProcess) {
            // Said below.
        }
        channel.close();
        throw new IOException(root + " is being compacted or cleared by somebody else; try again when that is done");
    }

    /** Its file stays: a lock on a file that is deleted is no lock. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
