package dev.ripcord.jobs.backtest;

import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.detection.PatternRecord;
import dev.ripcord.jobs.archive.ArchiveRow;
import dev.ripcord.jobs.detect.PatternLoader;
import java.net.URI;
import java.util.List;

/**
 * Definitions and activations, all that were ever archived: what Kafka has compacted away is still here. That a
 * definition was taken back is left out: it was in force nowhere any more, and what it was before stays.
 */
public record ArchivedPatterns(URI root) implements PatternLoader {
    @Override
    public List<PatternRecord> load() {
        return ControlTable.records(root, ArchiveTable.PATTERNS, ArchivedPatterns::record).stream()
                .filter(record -> !takesBack(record))
                .toList();
    }

    private static boolean takesBack(PatternRecord record) {
        return record.key().indexOf('@') >= 0 && (record.value() == null || record.value().length == 0);
    }

    private static PatternRecord record(ArchiveRow row) {
        return new PatternRecord(
                row.text(ArchiveColumn.KEY),
                (byte[]) row.value(ArchiveColumn.VALUE),
                (Long) row.value(ArchiveColumn.KAFKA_TIME),
                (Long) row.value(ArchiveColumn.OFFSET));
    }
}
