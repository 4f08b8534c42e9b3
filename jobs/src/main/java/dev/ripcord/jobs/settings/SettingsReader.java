package dev.ripcord.jobs.settings;

import dev.ripcord.decision.DecisionLimits;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code --KEY VALUE} arguments into settings, and says everything that is wrong with them at once. */
public final class SettingsReader {
    private static final Duration SHORTEST_CHECKPOINT = Duration.ofMillis(100);

    /** All of them are looked at for each halt. */
    private static final int MOST_LINEAGES = 10_000;

    /** All that have changed are written at each checkpoint, and events wait for that. */
    private static final int MOST_CACHED = 10_000_000;

    private final OptionReading options;

    private SettingsReader(OptionReading options) {
        this.options = options;
    }

    /** @throws SettingsException naming each wrong setting, what was found and what would be right */
    public static GuardSettings read(String... arguments) {
        return new SettingsReader(new OptionReading("the guard", GuardOptions.ALL, arguments)).settings();
    }

    private GuardSettings settings() {
        Duration violationGrace = options.duration(GuardOptions.VIOLATION_GRACE, Duration.ZERO);
        GuardSettings settings = new GuardSettings(
                options.kafka(GuardOptions.GROUP_ID),
                options.choice(GuardOptions.START_FROM, GuardOptions.StartFrom.class),
                options.duration(GuardOptions.BUFFER_TIMEOUT, Duration.ZERO),
                new GuardSettings.CheckpointSettings(
                        Optional.ofNullable(
                                options.choice(GuardOptions.STATE_BACKEND, GuardOptions.StateBackend.class)),
                        Optional.ofNullable(options.duration(GuardOptions.CHECKPOINT_INTERVAL, SHORTEST_CHECKPOINT)),
                        Optional.ofNullable(options.text(GuardOptions.CHECKPOINT_DIRECTORY))),
                new GuardSettings.DetectionSettings(
                        options.duration(GuardOptions.ALLOWED_SKEW, Duration.ZERO),
                        options.duration(GuardOptions.IDLE_LIMIT, Duration.ofSeconds(1)),
                        options.duration(GuardOptions.ENDED_GRACE, Duration.ZERO),
                        options.number(GuardOptions.CACHED_SESSIONS, 1, MOST_CACHED, "a number of sessions")),
                new GuardSettings.ControlSettings(options.trustedKeys(GuardOptions.TRUSTED_KEYS), violationGrace),
                decisions(violationGrace),
                signingKey(),
                Boolean.TRUE.equals(options.value(GuardOptions.KEEP_DEAD_CONTENT, "true or false")));
        refuseOwnSignature(settings);
        options.finish();
        return settings;
    }

    private DecisionLimits decisions(Duration violationGrace) {
        return new DecisionLimits(
                options.duration(GuardOptions.LATENESS_LIMIT, Duration.ofSeconds(1)),
                options.duration(GuardOptions.COOL_DOWN, Duration.ZERO),
                options.duration(GuardOptions.PAUSE, Duration.ofSeconds(1)),
                blastRadius(),
                options.duration(GuardOptions.BLAST_WINDOW, Duration.ofSeconds(1)),
                options.duration(GuardOptions.INCIDENT_GAP, Duration.ZERO),
                options.duration(GuardOptions.ACK_TIMEOUT, Duration.ZERO),
                violationGrace,
                options.duration(GuardOptions.HALT_RETENTION, Duration.ofHours(1)));
    }

    private int blastRadius() {
        Integer lineages = options.value(GuardOptions.BLAST_RADIUS, "a number of lineages, 0 for no bound");
        if (lineages != null && (lineages < 0 || lineages > MOST_LINEAGES)) {
            options.refuse(GuardOptions.BLAST_RADIUS.key() + " is " + lineages
                    + "; it must be from 0, for no bound, to " + MOST_LINEAGES);
        }
        return lineages == null ? 0 : lineages;
    }

    private Optional<SigningKeyFile> signingKey() {
        String found = options.text(GuardOptions.SIGNING_KEY);
        try {
            return Optional.ofNullable(found).map(SigningKeyFile::parse);
        } catch (IllegalArgumentException wrong) {
            options.refuse(GuardOptions.SIGNING_KEY.key() + " is '" + found
                    + "'; it must be KEYID=FILE, the file on each TaskManager with a private Ed25519 key in PEM");
            return Optional.empty();
        }
    }

    /** A guard that does not believe what it signs follows none of its own halts. */
    private void refuseOwnSignature(GuardSettings settings) {
        settings.signing()
                .ifPresent(signing -> settings.control().trusted().ifPresent(trusted -> {
                    if (!trusted.knows(signing.id())) {
                        options.refuse(GuardOptions.SIGNING_KEY.key() + " has the id '" + signing.id() + "', which "
                                + GuardOptions.TRUSTED_KEYS.key()
                                + " does not list; the guard must believe its own halts");
                    }
                }));
    }
}
