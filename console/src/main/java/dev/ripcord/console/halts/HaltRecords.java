package dev.ripcord.console.halts;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltBook;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Standing;
import dev.ripcord.halt.UntrustedRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The record that stands under each key, and what they say together. One thread changes it, any number may ask. */
final class HaltRecords {
    private final HaltReader reader;
    private final boolean signedOnly;
    private final HaltBook book = new HaltBook();
    private final Map<String, StoredRecord> standing = new ConcurrentHashMap<>();

    HaltRecords(HaltReader reader, boolean signedOnly) {
        this.reader = reader;
        this.signedOnly = signedOnly;
    }

    /** @return what changed; empty where the record is a repeat, or an old one that somebody wrote again */
    Optional<HaltChange> put(String key, ConsumerRecord<byte[], byte[]> raw) throws UntrustedRecord {
        HaltRecord record = reader.read(key, raw.value());
        String text = new String(raw.value(), StandardCharsets.UTF_8);
        StoredRecord stored = new StoredRecord(key, text, raw.offset(), raw.timestamp(), record);
        if (!saysSomethingNew(stored)) {
            return Optional.empty();
        }
        // In this order: who finds a halt in the book finds its record here.
        standing.put(key, stored);
        book.apply(record);
        return Optional.of(HaltChange.of(stored));
    }

    private boolean saysSomethingNew(StoredRecord stored) {
        if (stored.isMute()) {
            StoredRecord before = standing.get(stored.key());
            return before == null
                    || before.record().issuedAt() < stored.record().issuedAt();
        }
        Standing before = book.standing(stored.scope().orElseThrow());
        return before.after(stored.record()) != before;
    }

    /** @return what changed; empty where nothing stood, or stands all the same */
    Optional<HaltChange> remove(String key, long offset) {
        StoredRecord record = standing.get(key);
        if (record == null || signedOnly && decides(record)) {
            return Optional.empty();
        }
        standing.remove(key);
        book.remove(key);
        return Optional.of(HaltChange.removed(key, offset));
    }

    /** A tombstone cannot be signed: whoever asks for signatures lets it clean up, and nothing else. */
    private boolean decides(StoredRecord record) {
        if (record.isMute()) {
            return false;
        }
        Standing stands = book.standing(record.scope().orElseThrow());
        // Without the operator's record the guard's halt, which it forgives, would be in force again.
        boolean forgives = stands.guard() != null && record.record().equals(stands.operator());
        return forgives || stands.inForce(0).isPresent();
    }

    HaltBook book() {
        return book;
    }

    Map<String, StoredRecord> standing() {
        return standing;
    }

    List<StoredRecord> inForce(HaltView view, long now) {
        return standing.values().stream()
                .filter(stored -> stored.record() instanceof Halt halt
                        && isInForce(halt, now)
                        && view.sees(HaltChange.of(stored)))
                .toList();
    }

    private boolean isInForce(Halt halt, long now) {
        Standing stands = book.standing(halt.scope());
        return !halt.hasExpired(now) && (halt.position() == null || !stands.isForgiven(halt.position()));
    }
}
