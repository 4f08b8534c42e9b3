package dev.ripcord.jobs.backtest;

import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.jobs.archive.ArchiveRow;
import dev.ripcord.jobs.control.ControlLoader;
import dev.ripcord.jobs.control.ControlRecord;
import java.net.URI;
import java.util.List;

/** Halts and releases, all that were ever archived. */
public record ArchivedControl(URI root) implements ControlLoader {
    @Override
    public List<ControlRecord> load() {
        return ControlTable.records(root, ArchiveTable.HALTS, ArchivedControl::record);
    }

    private static ControlRecord record(ArchiveRow row) {
        return new ControlRecord(
                row.text(ArchiveColumn.KEY),
                (byte[]) row.value(ArchiveColumn.VALUE),
                (Long) row.value(ArchiveColumn.KAFKA_TIME),
                (Long) row.value(ArchiveColumn.OFFSET));
    }
}
