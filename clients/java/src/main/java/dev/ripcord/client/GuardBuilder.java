package dev.ripcord.client;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Subject;
import dev.ripcord.halt.TrustedKeys;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.SessionKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Whom a {@link Guard} stops, whom it believes, and what it does when nobody watches. */
public final class GuardBuilder {
    private final GuardSource source;
    private String tenant = SessionKey.DEFAULT_TENANT;
    private String session;
    private String root;
    private String parent;
    private String agent;
    private String apiKey;
    private Optional<TrustedKeys> trusted = Optional.empty();
    private WhenUnguarded whenUnguarded = WhenUnguarded.FAIL_OPEN;
    private Duration startTimeout = Duration.ofSeconds(5);
    private Duration staleAfter = Duration.ofSeconds(15);
    private Duration heartbeatTimeout = Duration.ofSeconds(6);
    private Consumer<Halt> onHalt = halt -> {};
    private Consumer<Halt> onRelease = halt -> {};
    private Consumer<String> onUnguarded = why -> {};
    private Runnable onGuarded = () -> {};
    private WallClock clock = WallClock.SYSTEM;

    GuardBuilder(GuardSource source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    /** The session's id, as in its events. The only thing that must be given. */
    public GuardBuilder session(String id) {
        session = id;
        return this;
    }

    /** Whose session it is; {@value SessionKey#DEFAULT_TENANT} where it is not given, as in events. */
    public GuardBuilder tenant(String name) {
        tenant = name;
        return this;
    }

    /** The agent's id: a halt of the agent then stops the session. */
    public GuardBuilder agent(String id) {
        agent = id;
        return this;
    }

    /** The session at the top of the lineage, where it is another: what is halted there stops this session too. */
    public GuardBuilder root(String id) {
        root = id;
        return this;
    }

    /** The session that started this one, likewise. */
    public GuardBuilder parent(String id) {
        parent = id;
        return this;
    }

    /** The gateway's key for agents. Sent with each request, never logged. */
    public GuardBuilder apiKey(String key) {
        apiKey = key;
        return this;
    }

    /** Believes only records that one of the keys has signed; without this, whoever may write to the topic. */
    public GuardBuilder trusting(TrustedKeys keys) {
        trusted = Optional.of(keys);
        return this;
    }

    public GuardBuilder whenUnguarded(WhenUnguarded choice) {
        whenUnguarded = choice;
        return this;
    }

    /** Hears of each halt once, on a thread of the guard: to cancel what is going on. {@code check} throws anyway. */
    public GuardBuilder onHalt(Consumer<Halt> callback) {
        onHalt = callback;
        return this;
    }

    /** Hears once of each scope that is not halted any more, by a release or the end of a pause: its last halt. */
    public GuardBuilder onRelease(Consumer<Halt> callback) {
        onRelease = callback;
        return this;
    }

    /** Hears why, when the session begins to run unguarded. */
    public GuardBuilder onUnguarded(Consumer<String> callback) {
        onUnguarded = callback;
        return this;
    }

    /** Hears when that is over. */
    public GuardBuilder onGuarded(Runnable callback) {
        onGuarded = callback;
        return this;
    }

    /** How long the first {@code check} waits at the most until what stands has been read; 5 seconds by default. */
    public GuardBuilder startTimeout(Duration most) {
        startTimeout = most;
        return this;
    }

    /** How old the guard's last word may be, its lag included, before nobody counts on it; 15 seconds by default. */
    public GuardBuilder staleAfter(Duration most) {
        staleAfter = most;
        return this;
    }

    /** After how long without a word a connection to the gateway is made anew; 6 seconds by default. */
    public GuardBuilder heartbeatTimeout(Duration most) {
        heartbeatTimeout = most;
        return this;
    }

    GuardBuilder clock(WallClock other) {
        clock = other;
        return this;
    }

    /**
     * Starts to follow the source, and returns at once, whether it can be reached or not.
     *
     * @throws IllegalArgumentException where something is missing or wrong; the message says all of it
     */
    public Guard start() {
        List<String> problems = new ArrayList<>();
        requireId("session", session, problems);
        requireId("tenant", tenant, problems);
        if (startTimeout.isNegative()) {
            problems.add("startTimeout is " + startTimeout + "; it must not be negative");
        }
        requirePositive("staleAfter", staleAfter, problems);
        requirePositive("heartbeatTimeout", heartbeatTimeout, problems);
        if (problems.isEmpty()) {
            problems.addAll(source.problems(following()));
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return new Guard(source, following(), options());
    }

    private static void requireId(String name, String value, List<String> problems) {
        if (value == null || value.isBlank()) {
            String found = value == null ? "missing" : "blank";
            problems.add(name + " is " + found + "; give it with ." + name + "(\"...\")");
        }
    }

    private static void requirePositive(String name, Duration value, List<String> problems) {
        if (value.compareTo(Duration.ofMillis(1)) < 0) {
            problems.add(name + " is " + value + "; it must be positive, and the guard is heard every two seconds");
        }
    }

    private Following following() {
        var subject = new Subject(tenant, session, given(root), given(parent), given(agent));
        return new Following(subject, apiKey, heartbeatTimeout);
    }

    /** An empty id is that of nobody: as the lineage's top it would hide the session's own lineage. */
    private static String given(String id) {
        return id == null || id.isEmpty() ? null : id;
    }

    private GuardOptions options() {
        Subject subject = following().subject();
        return new GuardOptions(
                subject,
                trusted,
                whenUnguarded,
                startTimeout,
                staleAfter,
                onHalt,
                onRelease,
                onUnguarded,
                onGuarded,
                clock);
    }
}
