package dev.ripcord.jobs.settings;

import dev.ripcord.decision.DecisionLimits;
import dev.ripcord.halt.TrustedKeys;
import java.io.IOException;
import java.io.Reader;
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

/** Reads {@code --KEY VALUE} arguments into settings, and says everything that is wrong with them at once. */
public final class SettingsReader {
    /** What Flink's parser notes for a key that no value follows; its own constant for it is not public. */
    private static final String NO_VALUE = "__NO_VALUE_KEY";

    private static final Duration SHORTEST_CHECKPOINT = Duration.ofMillis(100);

    /** All of them are looked at for each halt. */
    private static final int MOST_LINEAGES = 10_000;

    /** All that have changed are written at each checkpoint, and events wait for that. */
    private static final int MOST_CACHED = 10_000_000;

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
        Duration violationGrace = duration(GuardOptions.VIOLATION_GRACE, Duration.ZERO);
        GuardSettings settings = new GuardSettings(
                kafka(),
                choice(GuardOptions.START_FROM, GuardOptions.StartFrom.class),
                duration(GuardOptions.BUFFER_TIMEOUT, Duration.ZERO),
                new GuardSettings.CheckpointSettings(
                        Optional.ofNullable(choice(GuardOptions.STATE_BACKEND, GuardOptions.StateBackend.class)),
                        Optional.ofNullable(duration(GuardOptions.CHECKPOINT_INTERVAL, SHORTEST_CHECKPOINT)),
                        Optional.ofNullable(text(GuardOptions.CHECKPOINT_DIRECTORY))),
                new GuardSettings.DetectionSettings(
                        duration(GuardOptions.ALLOWED_SKEW, Duration.ZERO),
                        duration(GuardOptions.IDLE_LIMIT, Duration.ofSeconds(1)),
                        duration(GuardOptions.ENDED_GRACE, Duration.ZERO),
                        cachedSessions()),
                new GuardSettings.ControlSettings(trustedKeys(), violationGrace),
                decisions(violationGrace),
                signingKey(),
                Boolean.TRUE.equals(value(GuardOptions.KEEP_DEAD_CONTENT, "true or false")));
        refuseOwnSignature(settings);
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return settings;
    }

    private DecisionLimits decisions(Duration violationGrace) {
        return new DecisionLimits(
                duration(GuardOptions.LATENESS_LIMIT, Duration.ofSeconds(1)),
                duration(GuardOptions.COOL_DOWN, Duration.ZERO),
                duration(GuardOptions.PAUSE, Duration.ofSeconds(1)),
                blastRadius(),
                duration(GuardOptions.BLAST_WINDOW, Duration.ofSeconds(1)),
                duration(GuardOptions.INCIDENT_GAP, Duration.ZERO),
                duration(GuardOptions.ACK_TIMEOUT, Duration.ZERO),
                violationGrace,
                duration(GuardOptions.HALT_RETENTION, Duration.ofHours(1)));
    }

    private int blastRadius() {
        Integer lineages = value(GuardOptions.BLAST_RADIUS, "a number of lineages, 0 for no bound");
        if (lineages != null && (lineages < 0 || lineages > MOST_LINEAGES)) {
            problems.add(GuardOptions.BLAST_RADIUS.key() + " is " + lineages + "; it must be from 0, for no bound, to "
                    + MOST_LINEAGES);
        }
        return lineages == null ? 0 : lineages;
    }

    private int cachedSessions() {
        Integer sessions = value(GuardOptions.CACHED_SESSIONS, "a number of sessions");
        if (sessions != null && (sessions < 1 || sessions > MOST_CACHED)) {
            problems.add(
                    GuardOptions.CACHED_SESSIONS.key() + " is " + sessions + "; it must be from 1 to " + MOST_CACHED);
        }
        return sessions == null ? 1 : sessions;
    }

    private Optional<SigningKeyFile> signingKey() {
        String found = text(GuardOptions.SIGNING_KEY);
        try {
            return Optional.ofNullable(found).map(SigningKeyFile::parse);
        } catch (IllegalArgumentException wrong) {
            problems.add(GuardOptions.SIGNING_KEY.key() + " is '" + found
                    + "'; it must be KEYID=FILE, the file on each TaskManager with a private Ed25519 key in PEM");
            return Optional.empty();
        }
    }

    /** A guard that does not believe what it signs follows none of its own halts. */
    private void refuseOwnSignature(GuardSettings settings) {
        settings.signing()
                .ifPresent(signing -> settings.control().trusted().ifPresent(trusted -> {
                    if (!trusted.knows(signing.id())) {
                        problems.add(GuardOptions.SIGNING_KEY.key() + " has the id '" + signing.id() + "', which "
                                + GuardOptions.TRUSTED_KEYS.key()
                                + " does not list; the guard must believe its own halts");
                    }
                }));
    }

    private void refuseUnknownKeys() {
        List<String> known = GuardOptions.ALL.stream().map(ConfigOption::key).toList();
        List<String> unknown = configuration.keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .toList();
        unknown.forEach(key -> problems.add(key + " is no setting of the guard"));
        if (!unknown.isEmpty()) {
            problems.add("its settings are " + String.join(", ", known));
        }
    }

    private KafkaSettings kafka() {
        String servers = text(GuardOptions.BOOTSTRAP_SERVERS);
        if (servers == null || servers.isBlank()) {
            problems.add(GuardOptions.BOOTSTRAP_SERVERS.key() + " is missing; it must be HOST:PORT[,HOST:PORT...]");
        } else if (!servers.matches("[^\\s:,]+:\\d{1,5}(,[^\\s:,]+:\\d{1,5})*")) {
            problems.add(GuardOptions.BOOTSTRAP_SERVERS.key() + " is '" + servers
                    + "'; it must be HOST:PORT[,HOST:PORT...]");
        }
        return new KafkaSettings(servers, text(GuardOptions.GROUP_ID), clientProperties());
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

    private Optional<TrustedKeys> trustedKeys() {
        String found = text(GuardOptions.TRUSTED_KEYS);
        if (found == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(TrustedKeysReader.read(found));
        } catch (IOException | IllegalArgumentException wrong) {
            problems.add(GuardOptions.TRUSTED_KEYS.key() + " is '" + found
                    + "'; it must be KEYID=FILE[,KEYID=FILE...], each file with a public Ed25519 key in PEM ("
                    + wrong.getMessage() + ")");
            return Optional.empty();
        }
    }

    private Duration duration(ConfigOption<Duration> option, Duration minimum) {
        Duration duration = value(option, "a duration such as 10 s, 5 min or 6 h");
        if (duration != null && duration.compareTo(minimum) < 0) {
            problems.add(option.key() + " is " + duration.toMillis() + " ms; it must be at least " + minimum.toMillis()
                    + " ms");
        }
        return duration;
    }

    private <E extends Enum<E>> E choice(ConfigOption<E> option, Class<E> type) {
        String choices = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(" or "));
        return value(option, choices);
    }

    private String text(ConfigOption<String> option) {
        return value(option, "a text");
    }

    /** @return the value, or null where it is not set or cannot be read, which is then among the problems */
    private <T> T value(ConfigOption<T> option, String expected) {
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
