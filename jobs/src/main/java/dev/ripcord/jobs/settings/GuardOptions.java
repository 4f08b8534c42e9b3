package dev.ripcord.jobs.settings;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The settings of GuardJob: {@code --KEY VALUE} on its command line. */
public final class GuardOptions {
    public static final ConfigOption<String> BOOTSTRAP_SERVERS = ConfigOptions.key("ripcord.kafka.bootstrap-servers")
            .stringType()
            .noDefaultValue()
            .withDescription("Kafka brokers, HOST:PORT separated by commas. Required.");

    public static final ConfigOption<String> CLIENT_PROPERTIES_FILE = ConfigOptions.key("ripcord.kafka.properties-file")
            .stringType()
            .noDefaultValue()
            .withDescription("A Java properties file with further Kafka client settings, such as credentials.");

    public static final ConfigOption<String> GROUP_ID = ConfigOptions.key("ripcord.kafka.group-id")
            .stringType()
            .defaultValue("ripcord-guard")
            .withDescription(
                    "Consumer group under which offsets are reported, for lag monitors. Flink's state holds the truth.");

    public static final ConfigOption<StartFrom> START_FROM = ConfigOptions.key("ripcord.start-from")
            .enumType(StartFrom.class)
            .defaultValue(StartFrom.LATEST)
            .withDescription("Where a job without state begins to read events: LATEST, which is asked for when the job"
                    + " is submitted, or EARLIEST.");

    public static final ConfigOption<Duration> BUFFER_TIMEOUT = ConfigOptions.key("ripcord.buffer-timeout")
            .durationType()
            .defaultValue(Duration.ofMillis(1))
            .withDescription("How long an event may wait for company on its way to the operator that keeps its"
                    + " session; nothing else waits.");

    public static final ConfigOption<StateBackend> STATE_BACKEND = ConfigOptions.key("ripcord.state.backend")
            .enumType(StateBackend.class)
            .noDefaultValue()
            .withDescription("ROCKSDB (sessions beyond memory, incremental checkpoints) or HASHMAP. Where it is not"
                    + " given, what the cluster's configuration says; ROCKSDB where that says nothing either.");

    public static final ConfigOption<Duration> CHECKPOINT_INTERVAL = ConfigOptions.key("ripcord.checkpoint.interval")
            .durationType()
            .noDefaultValue()
            .withDescription("Time between checkpoints: how much is read again after a failure. Where it is not given,"
                    + " what the cluster's configuration says; 10 s where that says nothing either.");

    public static final ConfigOption<String> CHECKPOINT_DIRECTORY = ConfigOptions.key("ripcord.checkpoint.directory")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "URI of durable storage for checkpoints. Where it is not given, what the cluster's configuration"
                            + " says; the JobManager's memory where that says nothing either.");

    public static final ConfigOption<Duration> ALLOWED_SKEW = ConfigOptions.key("ripcord.detection.allowed-skew")
            .durationType()
            .defaultValue(Duration.ofSeconds(5))
            .withDescription("How far a producer's clock may be ahead of the broker's before it is limited.");

    public static final ConfigOption<Duration> IDLE_LIMIT = ConfigOptions.key("ripcord.detection.idle-limit")
            .durationType()
            .defaultValue(Duration.ofHours(6))
            .withDescription("A session silent for longer begins anew; its state is freed.");

    public static final ConfigOption<Duration> ENDED_GRACE = ConfigOptions.key("ripcord.detection.ended-grace")
            .durationType()
            .defaultValue(Duration.ofMinutes(10))
            .withDescription("How long an ended session is remembered, for repeats and late events.");

    public static final ConfigOption<Integer> CACHED_SESSIONS = ConfigOptions.key("ripcord.detection.cached-sessions")
            .intType()
            .defaultValue(10_000)
            .withDescription(
                    "How many sessions each subtask of detection holds as objects; the next event of another one"
                            + " reads it from state. A session takes 10 KB of heap after 50 events, 20 KB after 200 and 40 KB"
                            + " after thousands, so that the default takes 100 to 400 MB. It holds fewer where"
                            + " their partial matches come to more than 4 KB of state each (nine times that on the heap). What has changed is written at each"
                            + " checkpoint, 10 µs a session, and events wait for that.");

    public static final ConfigOption<Duration> LATENESS_LIMIT = ConfigOptions.key("ripcord.decisions.lateness-limit")
            .durationType()
            .defaultValue(Duration.ofMinutes(15))
            .withDescription("An event that Kafka has held for longer can still signal, but not halt.");

    public static final ConfigOption<Duration> COOL_DOWN = ConfigOptions.key("ripcord.decisions.cool-down")
            .durationType()
            .defaultValue(Duration.ofMinutes(1))
            .withDescription(
                    "How long after a halt no other is written for the same scope, but one that lasts longer; and the same"
                            + " definition writes none.");

    public static final ConfigOption<Duration> PAUSE = ConfigOptions.key("ripcord.decisions.pause")
            .durationType()
            .defaultValue(Duration.ofMinutes(5))
            .withDescription("How long a definition with the action pause stops its scope.");

    public static final ConfigOption<Integer> BLAST_RADIUS = ConfigOptions.key("ripcord.decisions.blast-radius")
            .intType()
            .defaultValue(20)
            .withDescription(
                    "How many lineages of a tenant one definition may halt within the blast window; its further"
                            + " halts are held until a person lets them through. 0 for no bound.");

    public static final ConfigOption<Duration> BLAST_WINDOW = ConfigOptions.key("ripcord.decisions.blast-window")
            .durationType()
            .defaultValue(Duration.ofMinutes(10))
            .withDescription("How long a halted lineage counts for the blast radius, by the broker's time.");

    public static final ConfigOption<Duration> INCIDENT_GAP = ConfigOptions.key("ripcord.decisions.incident-gap")
            .durationType()
            .defaultValue(Duration.ofMinutes(30))
            .withDescription("Halts of one definition in one tenant that are less apart are one incident.");

    public static final ConfigOption<Duration> ACK_TIMEOUT = ConfigOptions.key("ripcord.decisions.ack-timeout")
            .durationType()
            .defaultValue(Duration.ofSeconds(30))
            .withDescription("How long after the halt of a session people are told that no runtime has acknowledged it."
                    + " 0 s where none is asked for.");

    public static final ConfigOption<Duration> HALT_RETENTION = ConfigOptions.key("ripcord.decisions.halt-retention")
            .durationType()
            .defaultValue(Duration.ofDays(30))
            .withDescription("After how long the halt of a session leaves the topic, by the broker's time.");

    public static final ConfigOption<String> SIGNING_KEY = ConfigOptions.key("ripcord.halts.signing-key")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "KEYID=FILE: a private Ed25519 key in PEM, on each TaskManager. Where given, the guard signs"
                            + " its halts and releases; its public half must be among the trusted keys where those are given.");

    public static final ConfigOption<Boolean> KEEP_DEAD_CONTENT = ConfigOptions.key("ripcord.dead-letters.keep-content")
            .booleanType()
            .defaultValue(false)
            .withDescription("Whether dead letters carry the first 64 KiB of the record. It may hold prompts.");

    public static final ConfigOption<Duration> VIOLATION_GRACE = ConfigOptions.key("ripcord.decisions.violation-grace")
            .durationType()
            .defaultValue(Duration.ofSeconds(2))
            .withDescription("How long a halt may be on its way to an agent: an event of a halted session counts as a"
                    + " violation only where it is later than that.");

    public static final ConfigOption<String> TRUSTED_KEYS = ConfigOptions.key("ripcord.halts.trusted-keys")
            .stringType()
            .noDefaultValue()
            .withDescription("KEYID=FILE, separated by commas: public Ed25519 keys in PEM, read where the job is"
                    + " submitted. Where given, halts, releases and mutes that none of them signed are not believed.");

    static final List<ConfigOption<?>> ALL = List.of(
            BOOTSTRAP_SERVERS,
            CLIENT_PROPERTIES_FILE,
            GROUP_ID,
            START_FROM,
            VIOLATION_GRACE,
            TRUSTED_KEYS,
            BUFFER_TIMEOUT,
            STATE_BACKEND,
            CHECKPOINT_INTERVAL,
            CHECKPOINT_DIRECTORY,
            ALLOWED_SKEW,
            IDLE_LIMIT,
            ENDED_GRACE,
            CACHED_SESSIONS,
            LATENESS_LIMIT,
            COOL_DOWN,
            PAUSE,
            BLAST_RADIUS,
            BLAST_WINDOW,
            INCIDENT_GAP,
            ACK_TIMEOUT,
            HALT_RETENTION,
            SIGNING_KEY,
            KEEP_DEAD_CONTENT);

    /** Where a job without state begins to read events. */
    public enum StartFrom {
        LATEST,
        EARLIEST
    }

    /** What holds the sessions. */
    public enum StateBackend {
        ROCKSDB,
        HASHMAP
    }

    private GuardOptions() {}
}
