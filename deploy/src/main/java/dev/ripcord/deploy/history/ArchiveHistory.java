package dev.ripcord.deploy.history;

import dev.ripcord.console.archive.ArchivedRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Every event of an archive, partition by partition in the order of the log: the same as the topic gave. */
final class ArchiveHistory implements History {
    private static final byte[] NOTHING = {};

    private final Path root;
    private final Consumer<String> remarks;

    /** @param remarks is told of each file that is left out */
    ArchiveHistory(Path root, Consumer<String> remarks) {
        this.root = root;
        this.remarks = remarks;
    }

    @Override
    public void forEach(Receiver receiver) throws IOException, InterruptedException {
        try (var archive = new ArchivedRecords(root);
                var events = archive.events()) {
            for (var record = events.next(); record != null; record = events.next()) {
                receiver.receive(new HistoryRecord(
                        record.position(), record.kafkaTime(), 0, record.value() == null ? NOTHING : record.value()));
            }
            archive.remarks().forEach(remarks);
        }
    }

    @Override
    public String place(HistoryRecord item) {
        return "agent.events " + item.position();
    }

    @Override
    public OptionalDouble share() {
        return OptionalDouble.empty();
    }

    /** The archive has the broker's times. */
    @Override
    public boolean isInOrderOfTime() {
        return true;
    }
}
