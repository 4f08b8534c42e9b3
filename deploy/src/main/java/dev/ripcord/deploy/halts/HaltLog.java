package dev.ripcord.deploy.halts;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.kafka.TopicLog;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltBook;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Standing;
import dev.ripcord.halt.UntrustedRecord;
import dev.ripcord.time.Durations;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What stands on {@code ripcord.halts}, read from its beginning, with the broker's time of each record. */
public final class HaltLog implements AutoCloseable {
    private final KafkaAddress kafka;
    private final HaltTrust trust;
    private final HaltReader reader;
    private final TopicLog topic;
    private final HaltBook book = new HaltBook();
    private final Map<String, Scope> scopes = new TreeMap<>();
    private final Map<String, Mute> mutes = new TreeMap<>();
    private final Map<String, Long> since = new HashMap<>();
    private final Consumer<String> remarks;
    private boolean signed;

    private HaltLog(KafkaAddress kafka, HaltTrust trust, TopicLog topic, Consumer<String> remarks) {
        this.kafka = kafka;
        this.remarks = remarks;
        this.trust = trust;
        this.reader = trust.reader();
        this.topic = topic;
    }

    /**
     * @param trust whose records are believed
     * @param remarks is told of each record that is not
     * @throws Refusal where the end is not reached in time
     */
    public static HaltLog read(KafkaAddress kafka, HaltTrust trust, Duration patience, Consumer<String> remarks) {
        HaltLog log = new HaltLog(kafka, trust, TopicLog.fromBeginning(kafka, Topic.HALTS), remarks);
        try {
            log.readOn(patience);
            return log;
        } catch (RuntimeException failed) {
            log.close();
            throw failed;
        }
    }

    /**
     * Reads what has come since, to the end that the topic has now.
     *
     * @throws Refusal where the end is not reached in time
     */
    public void readOn(Duration patience) {
        if (!topic.toEnd(record -> add(record), patience)) {
            var reason = "Kafka at " + kafka.bootstrapServers() + " did not hand over all of "
                    + Topic.HALTS.topicName() + " within " + Durations.format(patience)
                    + "; what stands there is not known. Are its brokers well? Wait longer with --timeout";
            throw new Refusal(List.of(reason), "nothing was done", ExitCode.FAILED);
        }
    }

    /** Hands over what has come since and is believed; waits a moment for it. */
    public void next(Consumer<HaltRecord> receiver) {
        topic.next(record -> add(record).ifPresent(receiver));
    }

    private Optional<HaltRecord> add(ConsumerRecord<byte[], byte[]> record) {
        var key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            remove(key);
            return Optional.empty();
        }
        try {
            var halts = reader.read(key, record.value());
            since.putIfAbsent(words(halts), record.timestamp());
            note(halts);
            return Optional.of(halts);
        } catch (UntrustedRecord untrusted) {
            remarks.accept("the record under " + key + " at offset " + record.offset() + " of " + record.topic()
                    + " is refused: " + untrusted.getMessage());
            return Optional.empty();
        }
    }

    private void note(HaltRecord record) {
        book.apply(record);
        if (record instanceof Mute mute) {
            // Somebody may write an old one again to undo a new one; the guard takes no notice of it either.
            mutes.merge(mute.key(), mute, (known, now) -> now.issuedAt() > known.issuedAt() ? now : known);
        } else {
            scopes.put(scopeOf(record).key(), scopeOf(record));
        }
        signed |= record.signature() != null;
    }

    /** A tombstone cannot be signed: where signatures count, it ends nothing. */
    private void remove(String key) {
        if (!trust.isLimited()) {
            book.remove(key);
            mutes.remove(key);
        }
    }

    /** A halt that is written again is the same halt, and began when it was written first. */
    private static String words(HaltRecord record) {
        return record instanceof Halt halt ? halt.haltId() : record.key() + " " + record.issuedAt();
    }

    static Scope scopeOf(HaltRecord record) {
        if (record instanceof Halt halt) {
            return halt.scope();
        }
        return record instanceof Release release ? release.scope() : ((Mute) record).scope();
    }

    public Standing standing(Scope scope) {
        return book.standing(scope);
    }

    /** @return whether anybody has ever halted or released it, as far as is still there */
    public boolean knows(Scope scope) {
        return scopes.containsKey(scope.key());
    }

    /** @return the newest halt or release of the scope, whoever wrote it */
    Optional<HaltRecord> latest(Scope scope) {
        var standing = standing(scope);
        return Stream.of(standing.operator(), standing.withdrawal(), standing.guard())
                .filter(record -> record != null)
                .max(Comparator.comparingLong(this::since));
    }

    /** @return the newest release of the scope, the guard's withdrawals among them */
    Optional<HaltRecord> latestRelease(Scope scope) {
        var standing = standing(scope);
        return Stream.of(standing.operator(), standing.withdrawal())
                .filter(Release.class::isInstance)
                .max(Comparator.comparingLong(this::since));
    }

    /** @return every scope that a halt or a release names, in the order of their keys */
    public Collection<Scope> scopes() {
        return scopes.values();
    }

    /** @return the halts in force, in the order of their scopes; of a scope that both writers have halted, both */
    public List<Halt> inForce(long now) {
        return scopes.values().stream()
                .flatMap(scope -> standing(scope).allInForce(now).stream())
                .toList();
    }

    /** @return whether that pattern has halted anybody, or was muted, as far as is still there */
    public boolean names(String pattern) {
        return mutes.values().stream().anyMatch(mute -> pattern.equals(mute.pattern()))
                || scopes.values().stream()
                        .map(scope -> standing(scope).guard())
                        .anyMatch(halt -> halt != null
                                && halt.pattern() != null
                                && halt.pattern().id().equals(pattern));
    }

    /** @return the newest mute of each scope and pattern, whether it lasts or is over */
    public Collection<Mute> mutes() {
        return mutes.values();
    }

    public Optional<Mute> mute(String key) {
        return Optional.ofNullable(mutes.get(key));
    }

    /** @return when the broker took the record, milliseconds since the epoch; where it never did, when it was issued */
    public long since(HaltRecord record) {
        return since.getOrDefault(words(record), record.issuedAt());
    }

    /** @return when the broker took the halt, milliseconds since the epoch; 0 where it was never seen */
    public long since(String haltId) {
        return since.getOrDefault(haltId, 0L);
    }

    /** @return whether anything on the topic is signed: then there are readers who believe nothing else */
    public boolean isSigned() {
        return signed || trust.isLimited();
    }

    @Override
    public void close() {
        topic.close();
    }
}
