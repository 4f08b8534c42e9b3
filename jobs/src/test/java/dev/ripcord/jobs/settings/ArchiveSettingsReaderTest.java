package dev.ripcord.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArchiveSettingsReaderTest {
    private static final String[] KAFKA = {"--ripcord.kafka.bootstrap-servers", "broker-1:9092"};

    @Test
    void kafkaAndARootAreEnough() {
        ArchiveSettings settings =
                ArchiveSettingsReader.read(KAFKA[0], KAFKA[1], "--ripcord.archive.root", "s3://bucket/ripcord");

        assertThat(settings.root()).isEqualTo(URI.create("s3://bucket/ripcord"));
        assertThat(settings.buckets()).isEqualTo(16);
        assertThat(settings.checkpointInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.kafka().groupId()).isEqualTo("ripcord-archive");
    }

    @Test
    void aDirectoryIsARoot() {
        assertThat(ArchiveSettingsReader.read(KAFKA[0], KAFKA[1], "--ripcord.archive.root", "/var/ripcord archive")
                        .root())
                .hasToString("file:///var/ripcord%20archive");
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        SettingsException refused = catchThrowableOfType(
                SettingsException.class,
                () -> ArchiveSettingsReader.read(
                        "--ripcord.archive.root",
                        "archive",
                        "--ripcord.archive.buckets",
                        "101",
                        "--ripcord.checkpoint.interval",
                        "1 ms",
                        "--ripcord.start-from",
                        "LATEST"));

        assertThat(refused.problems())
                .contains(
                        "ripcord.archive.root is 'archive'; it must be a URI such as s3://bucket/ripcord, or an absolute"
                                + " directory",
                        "ripcord.archive.buckets is 101; it must be from 1 to 100",
                        "ripcord.checkpoint.interval is 1 ms; it must be at least 100 ms",
                        "ripcord.start-from is no setting of the archive",
                        "ripcord.kafka.bootstrap-servers is missing; it must be HOST:PORT[,HOST:PORT...]")
                .hasSize(6);
    }
}
