package dev.ripcord.jobs.settings;

import dev.ripcord.jobs.settings.GuardSettings.DetectionSettings;
import java.time.Duration;

/** Reads {@code --KEY VALUE} arguments into settings, and says everything that is wrong with them at once. */
public final class BacktestSettingsReader {
    private BacktestSettingsReader() {}

    /** @throws SettingsException naming each wrong setting, what was found and what would be right */
    public static BacktestSettings read(String... arguments) {
        OptionReading options = new OptionReading("the backtest", BacktestOptions.ALL, arguments);
        BacktestSettings settings = new BacktestSettings(
                options.place(ArchiveOptions.ROOT),
                options.place(BacktestOptions.OUTPUT),
                options.trustedKeys(GuardOptions.TRUSTED_KEYS),
                new DetectionSettings(
                        options.duration(GuardOptions.ALLOWED_SKEW, Duration.ZERO),
                        options.duration(GuardOptions.IDLE_LIMIT, Duration.ofSeconds(1)),
                        options.duration(GuardOptions.ENDED_GRACE, Duration.ZERO),
                        1));
        options.finish();
        return settings;
    }
}
