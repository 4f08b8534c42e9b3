package dev.ripcord.deploy.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Settings of Kafka clients, such as credentials, from the file that the job is told to read. */
final class KafkaClientFile {
    private static final String SETTING = "ripcord.kafka.properties-file";

    private KafkaClientFile() {}

    /** @return nothing, where there is such a file but only on the cluster */
    static Optional<Properties> of(Map<String, String> jobSettings) throws IOException {
        var properties = new Properties();
        var name = jobSettings.get(SETTING);
        if (name == null) {
            return Optional.of(properties);
        }
        var file = Path.of(name);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(properties);
        }
    }
}
