package dev.ripcord.console.operate;

import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.SigningKey;
import dev.ripcord.halt.Standing;
import dev.ripcord.halt.Writer;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Position;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Where people halt, release and mute. It writes to {@code ripcord.halts} itself, so that it works while Flink is down.
 *
 * <p>What stands already is not written again, so that a command may be repeated. What it has written it knows at once,
 * also before the standing that it is given has read it back. Two desks may write for one scope at the same moment: of
 * their records the one issued later stands, for every reader the same.
 */
public final class OperatorDesk implements AutoCloseable {
    private final Function<Scope, Standing> standing;
    private final ToLongFunction<String> muteIssuedAt;
    private final WallClock clock;
    private final OwnRecords own = new OwnRecords();
    private final HaltTopicWriter writer;
    private final EventEnds events;

    private OperatorDesk(
            Function<Scope, Standing> standing,
            ToLongFunction<String> muteIssuedAt,
            WallClock clock,
            HaltTopicWriter writer,
            EventEnds events) {
        this.standing = standing;
        this.muteIssuedAt = muteIssuedAt;
        this.clock = clock;
        this.writer = writer;
        this.events = events;
    }

    /**
     * @param client settings of Kafka clients: brokers and credentials
     * @param standing how a scope stands, as far as the topic was read
     * @param muteIssuedAt by the key of a mute when the one that stands was issued, so that one from a clock that is
     *     ahead can be taken back; 0 where none does
     * @param key signs what is written; empty where nobody verifies
     */
    public static OperatorDesk open(
            Properties client,
            Function<Scope, Standing> standing,
            ToLongFunction<String> muteIssuedAt,
            Optional<SigningKey> key) {
        return open(client, standing, muteIssuedAt, key, WallClock.SYSTEM);
    }

    static OperatorDesk open(
            Properties client,
            Function<Scope, Standing> standing,
            ToLongFunction<String> muteIssuedAt,
            Optional<SigningKey> key,
            WallClock clock) {
        return new OperatorDesk(
                standing, muteIssuedAt, clock, HaltTopicWriter.open(client, key), EventEnds.open(client));
    }

    /**
     * Stops a scope. A halt never shortens one that an operator has written: where that lasts as long, nothing changes.
     *
     * @param reason for whoever is stopped and for whoever asks later
     * @param expiresIn empty for a halt that stands until it is released
     * @throws Unwritten where Kafka did not take it
     * @throws IllegalArgumentException where the reason is blank, or the time is none
     */
    public synchronized Written halt(Scope scope, String reason, Actor actor, Optional<Duration> expiresIn)
            throws Unwritten {
        Wording.check(reason);
        expiresIn.ifPresent(Wording::checkExpiry);
        Standing before = standingOf(scope);
        long now = clock.millis();
        long issuedAt = Math.max(now, before.operatorIssuedAt() + 1);
        Long expiresAt = expiresIn.map(time -> now + time.toMillis()).orElse(null);
        if (before.operator() instanceof Halt halt && !halt.hasExpired(now) && lastsAsLong(halt, expiresAt)) {
            return new Written(halt, false);
        }
        return written(Halt.byOperator(newId(), scope, reason, actor, issuedAt, expiresAt, before.forgiven()));
    }

    private static boolean lastsAsLong(Halt halt, Long expiresAt) {
        return halt.expiresAt() == null || expiresAt != null && halt.expiresAt() >= expiresAt;
    }

    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /**
     * Ends the halts of a scope, the guard's and the operator's. Everything that the log of events holds by now is
     * forgiven: a halt that the guard is just about to write for it as well.
     *
     * @return changed nothing where no halt is in force; its record is then what stands, null where nothing does
     * @throws Unwritten where Kafka did not take it, or did not tell how far the log of events goes
     * @throws IllegalArgumentException where the reason is blank
     */
    public Written release(Scope scope, String reason, Actor actor) throws Unwritten {
        Wording.check(reason);
        Optional<Written> nothing = unlessHalted(scope);
        // Not under the lock: a halt must not wait until Kafka has answered a release.
        return nothing.isPresent() ? nothing.get() : released(scope, reason, actor, events.newest());
    }

    private synchronized Optional<Written> unlessHalted(Scope scope) {
        Standing stands = standingOf(scope);
        return stands.inForce(clock.millis()).isPresent()
                ? Optional.empty()
                : Optional.of(new Written(stands.operator() != null ? stands.operator() : stands.guard(), false));
    }

    private synchronized Written released(Scope scope, String reason, Actor actor, List<Position> newest)
            throws Unwritten {
        Optional<Written> meanwhile = unlessHalted(scope);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        Standing before = standingOf(scope);
        List<Position> guard =
                before.guard() == null ? List.of() : List.of(before.guard().position());
        List<Position> through = NewestPositions.of(before.forgiven(), guard, newest);
        long issuedAt = Math.max(clock.millis(), before.operatorIssuedAt() + 1);
        return written(Release.of(Writer.OPERATOR, scope, reason, actor, issuedAt, through));
    }

    /**
     * For some time the guard halts nobody in the scope. What is halted stays so.
     *
     * @param time from now; zero takes the mute back
     * @throws Unwritten where Kafka did not take it
     * @throws IllegalArgumentException where the reason is blank, or the time negative
     */
    public synchronized Written muteScope(Scope scope, Duration time, String reason, Actor actor) throws Unwritten {
        checkMute(time, reason);
        long until = clock.millis() + time.toMillis();
        return written(
                Mute.ofScope(scope, reason, actor, issuedAt(Mute.ofScope(scope, reason, actor, 0, until)), until));
    }

    /**
     * For some time the guard halts nobody for the pattern.
     *
     * @param id of the definition, in all of its versions
     * @param time from now; zero takes the mute back
     * @throws Unwritten where Kafka did not take it
     * @throws IllegalArgumentException where the id or the reason is blank, or the time negative
     */
    public synchronized Written mutePattern(String id, Duration time, String reason, Actor actor) throws Unwritten {
        checkMute(time, reason);
        Wording.checkPattern(id);
        long until = clock.millis() + time.toMillis();
        return written(Mute.ofPattern(id, reason, actor, issuedAt(Mute.ofPattern(id, reason, actor, 0, until)), until));
    }

    /** Later than the mute that it takes the place of. */
    private long issuedAt(Mute undated) {
        return own.nextMute(Math.max(clock.millis(), muteIssuedAt.applyAsLong(undated.key()) + 1));
    }

    private static void checkMute(Duration time, String reason) {
        Wording.check(reason);
        Wording.checkMute(time);
    }

    private Standing standingOf(Scope scope) {
        return own.on(scope, standing.apply(scope));
    }

    private Written written(HaltRecord record) throws Unwritten {
        HaltRecord asWritten = writer.write(record);
        own.add(asWritten);
        return new Written(asWritten, true);
    }

    @Override
    public void close() {
        try (writer) {
            events.close();
        }
    }

    /** Kafka did not take a record; the message says which, and what Kafka said. Nothing changed, or nobody knows. */
    public static final class Unwritten extends Exception {
        Unwritten(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
