package dev.ripcord.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacktestSettingsReaderTest {
    @Test
    void anArchiveAndAPlaceForTheSignalsAreEnough() {
        BacktestSettings settings = BacktestSettingsReader.read(
                "--ripcord.archive.root", "s3://bucket/ripcord", "--ripcord.backtest.output", "/tmp/signals");

        assertThat(settings.root()).isEqualTo(URI.create("s3://bucket/ripcord"));
        assertThat(settings.output()).hasToString("file:///tmp/signals");
        assertThat(settings.detection().idleLimit()).isEqualTo(Duration.ofHours(6));
        assertThat(settings.trusted()).isEmpty();
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        SettingsException refused = catchThrowableOfType(
                SettingsException.class,
                () -> BacktestSettingsReader.read(
                        "--ripcord.backtest.output", "signals", "--ripcord.kafka.bootstrap-servers", "broker:9092"));

        assertThat(refused.problems())
                .contains(
                        "ripcord.archive.root is missing; it must be a URI such as s3://bucket/ripcord, or an absolute"
                                + " directory",
                        "ripcord.backtest.output is 'signals'; it must be a URI such as s3://bucket/ripcord, or an"
                                + " absolute directory",
                        "ripcord.kafka.bootstrap-servers is no setting of the backtest")
                .hasSize(4);
    }
}
