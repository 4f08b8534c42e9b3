package dev.ripcord.jobs.settings;

import dev.ripcord.archive.ArchiveBucket;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code --KEY VALUE} arguments into settings, and says everything that is wrong with them at once. */
public final class ArchiveSettingsReader {
    private static final Duration SHORTEST_CHECKPOINT = Duration.ofMillis(100);

    private final OptionReading options;

    private ArchiveSettingsReader(OptionReading options) {
        this.options = options;
    }

    /** @throws SettingsException naming each wrong setting, what was found and what would be right */
    public static ArchiveSettings read(String... arguments) {
        return new ArchiveSettingsReader(new OptionReading("the archive", ArchiveOptions.ALL, arguments)).settings();
    }

    private ArchiveSettings settings() {
        ArchiveSettings settings = new ArchiveSettings(
                options.kafka(ArchiveOptions.GROUP_ID),
                options.place(ArchiveOptions.ROOT),
                options.number(ArchiveOptions.BUCKETS, 1, ArchiveBucket.MOST, "a number of folders"),
                options.duration(ArchiveOptions.CHECKPOINT_INTERVAL, SHORTEST_CHECKPOINT),
                Optional.ofNullable(options.text(GuardOptions.CHECKPOINT_DIRECTORY)));
        options.finish();
        return settings;
    }
}
