package dev.ripcord.jobs.settings;

import dev.ripcord.halt.TrustedKeys;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.ParameterTool;

/** Reads single options of a job from {@code --KEY VALUE}, and keeps all that is wrong with them to be said at once. */
final class OptionReading {
    /** What Flink's parser notes for a key that no value follows; its own constant for it is not public. */
    private static final String NO_VALUE = "__NO_VALUE_KEY";

    private final Configuration configuration;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param job of which other settings are said to be none: "the guard"
     * @throws SettingsException where the arguments are no {@code --KEY VALUE}
     */
    OptionReading(String job, List<ConfigOption<?>> all, String... arguments) {
        this.configuration = configuration(arguments);
        refuseUnknownKeys(job, all);
    }

    private static Configuration configuration(String... arguments) {
        try {
            return ParameterTool.fromArgs(arguments).getConfiguration();
        } catch (IllegalArgumentException malformed) {
            throw new SettingsException(List.of(malformed.getMessage() + " Settings are given as --KEY VALUE."));
        }
    }

    private void refuseUnknownKeys(String job, List<ConfigOption<?>> all) {
        List<String> known = all.stream().map(ConfigOption::key).toList();
        List<String> unknown = configuration.keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .toList();
        unknown.forEach(key -> problems.add(key + " is no setting of " + job));
        if (!unknown.isEmpty()) {
            problems.add("its settings are " + String.join(", ", known));
        }
    }

    void refuse(String problem) {
        problems.add(problem);
    }

    /** @throws SettingsException with all the problems, where there are any */
    void finish() {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    KafkaSettings kafka(ConfigOption<String> groupId) {
        String servers = text(GuardOptions.BOOTSTRAP_SERVERS);
        if (servers == null || servers.isBlank()) {
            problems.add(GuardOptions.BOOTSTRAP_SERVERS.key() + " is missing; it must be HOST:PORT[,HOST:PORT...]");
        } else if (!servers.matches("[^\\s:,]+:\\d{1,5}(,[^\\s:,]+:\\d{1,5})*")) {
            problems.add(GuardOptions.BOOTSTRAP_SERVERS.key() + " is '" + servers
                    + "'; it must be HOST:PORT[,HOST:PORT...]");
        }
        return new KafkaSettings(servers, text(groupId), clientProperties());
    }

    private Map<String, String> clientProperties() {
        String file = text(GuardOptions.CLIENT_PROPERTIES_FILE);
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

    Optional<TrustedKeys> trustedKeys(ConfigOption<String> option) {
        String found = text(option);
        if (found == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(TrustedKeysReader.read(found));
        } catch (IOException | IllegalArgumentException wrong) {
            problems.add(option.key() + " is '" + found
                    + "'; it must be KEYID=FILE[,KEYID=FILE...], each file with a public Ed25519 key in PEM ("
                    + wrong.getMessage() + ")");
            return Optional.empty();
        }
    }

    /** @return where files lie; null where there is a problem with it */
    URI place(ConfigOption<String> option) {
        String found = text(option);
        String right = "; it must be a URI such as s3://bucket/ripcord, or an absolute directory";
        if (found == null || found.isBlank()) {
            problems.add(option.key() + " is missing" + right);
            return null;
        }
        try {
            URI place = found.startsWith("/") ? Path.of(found).toUri() : URI.create(found);
            if (place.isAbsolute()) {
                return place;
            }
        } catch (IllegalArgumentException noUri) {
            // Said below.
        }
        problems.add(option.key() + " is '" + found + "'" + right);
        return null;
    }

    Duration duration(ConfigOption<Duration> option, Duration minimum) {
        Duration duration = value(option, "a duration such as 10 s, 5 min or 6 h");
        if (duration != null && duration.compareTo(minimum) < 0) {
            problems.add(option.key() + " is " + duration.toMillis() + " ms; it must be at least " + minimum.toMillis()
                    + " ms");
        }
        return duration;
    }

    /** @return a number within these bounds; the lower one where there is a problem with it */
    int number(ConfigOption<Integer> option, int least, int most, String expected) {
        Integer number = value(option, expected);
        if (number != null && (number < least || number > most)) {
            problems.add(option.key() + " is " + number + "; it must be from " + least + " to " + most);
        }
        return number == null ? least : number;
    }

    <E extends Enum<E>> E choice(ConfigOption<E> option, Class<E> type) {
        String choices = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(" or "));
        return value(option, choices);
    }

    String text(ConfigOption<String> option) {
        return value(option, "a text");
    }

    /** @return the value, or null where it is not set or cannot be read, which is then among the problems */
    <T> T value(ConfigOption<T> option, String expected) {
        String found = configuration.toMap().get(option.key());
        if (NO_VALUE.equals(found)) {
            problems.add(option.key() + " has no value; it must be " + expected);
            return null;
        }
        try {
            return configuration.getOptional(option).orElse(option.defaultValue());
        } catch (IllegalArgumentException unreadable) {
            problems.add(option.key() + " is '" + found + "'; it must be " + expected);
            return null;
        }
    }
}
