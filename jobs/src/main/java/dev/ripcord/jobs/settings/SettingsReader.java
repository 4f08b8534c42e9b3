package dev.ripcord.jobs.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.util.ParameterTool;

/** Reads {@code --KEY VALUE} arguments into settings, and says everything that is wrong with them at once. */
public final class SettingsReader {
    private static final Duration SHORTEST_CHECKPOINT = Duration.ofMillis(100);

    private final Configuration configuration;
    private final List<String> problems = new ArrayList<>();

    private SettingsReader(Configuration configuration) {
        this.configuration = configuration;
    }

    /** @throws SettingsException naming each wrong setting, what was found and what would be right */
    public static GuardSettings read(String... arguments) {
        return new SettingsReader(configuration(arguments)).settings();
    }

    private static Configuration configuration(String... arguments) {
        try {
            return ParameterTool.fromArgs(arguments).getConfiguration();
        } catch (IllegalArgumentException malformed) {
            throw new SettingsException(List.of(malformed.getMessage() + " Settings are given as --KEY VALUE."));
        }
    }

    private GuardSettings settings() {
        refuseUnknownKeys();
        GuardSettings settings = new GuardSettings(
                kafka(),
                value(GuardOptions.START_FROM),
                atLeast(GuardOptions.BUFFER_TIMEOUT, Duration.ZERO),
                new GuardSettings.CheckpointSettings(
                        Optional.ofNullable(value(GuardOptions.STATE_BACKEND)),
                        Optional.ofNullable(atLeast(GuardOptions.CHECKPOINT_INTERVAL, SHORTEST_CHECKPOINT)),
                        Optional.ofNullable(value(GuardOptions.CHECKPOINT_DIRECTORY))),
                new GuardSettings.DetectionSettings(
                        atLeast(GuardOptions.ALLOWED_SKEW, Duration.ZERO),
                        atLeast(GuardOptions.IDLE_LIMIT, Duration.ofSeconds(1)),
                        atLeast(GuardOptions.ENDED_GRACE, Duration.ZERO)),
                new GuardSettings.DecisionSettings(
                        atLeast(GuardOptions.LATENESS_LIMIT, Duration.ofSeconds(1)),
                        atLeast(GuardOptions.COOL_DOWN, Duration.ZERO),
                        atLeast(GuardOptions.PAUSE, Duration.ofSeconds(1))),
                Boolean.TRUE.equals(value(GuardOptions.KEEP_DEAD_CONTENT)));
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return settings;
    }

    private void refuseUnknownKeys() {
        List<String> known = GuardOptions.ALL.stream().map(ConfigOption::key).toList();
        configuration.keySet().stream().sorted().filter(key -> !known.contains(key)).forEach(key ->
                problems.add(key + " is no setting; there are: " + String.join(", ", known)));
    }

    private KafkaSettings kafka() {
        String servers = value(GuardOptions.BOOTSTRAP_SERVERS);
        if (servers == null || servers.isBlank()) {
            problems.add(GuardOptions.BOOTSTRAP_SERVERS.key() + " is missing; it must be HOST:PORT[,HOST:PORT...]");
        } else if (!servers.matches("[^\\s:,]+:\\d{1,5}(,[^\\s:,]+:\\d{1,5})*")) {
            problems.add(GuardOptions.BOOTSTRAP_SERVERS.key() + " is '" + servers
                    + "'; it must be HOST:PORT[,HOST:PORT...]");
        }
        return new KafkaSettings(servers, value(GuardOptions.GROUP_ID), clientProperties());
    }

    private Map<String, String> clientProperties() {
        String file = value(GuardOptions.CLIENT_PROPERTIES_FILE);
        if (file == null) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            problems.add(GuardOptions.CLIENT_PROPERTIES_FILE.key() + " is '" + file
                    + "'; it must be a readable Java properties file (" + unreadable + ")");
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }

    private Duration atLeast(ConfigOption<Duration> option, Duration minimum) {
        Duration duration = value(option);
        if (duration != null && duration.compareTo(minimum) < 0) {
            problems.add(option.key() + " is " + duration.toMillis() + " ms; it must be at least "
                    + minimum.toMillis() + " ms");
        }
        return duration;
    }

    /** @return the value, or null where it is not set or cannot be read, which is then among the problems */
    private <T> T value(ConfigOption<T> option) {
        try {
            return configuration.getOptional(option).orElse(option.defaultValue());
        } catch (IllegalArgumentException unreadable) {
            String found = configuration.toMap().get(option.key());
            String shown = GlobalConfiguration.isSensitive(option.key()) ? GlobalConfiguration.HIDDEN_CONTENT : found;
            problems.add(option.key() + " is '" + shown + "'; "
                    + unreadable.getMessage().lines().findFirst().orElse("it cannot be read"));
            return null;
        }
    }
}
