package dev.ripcord.console.halts;

import dev.ripcord.console.topic.TopicReader;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltBook;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Standing;
import dev.ripcord.halt.Subject;
import dev.ripcord.halt.UntrustedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands on {@code ripcord.halts}: who may go on, and the records as they are, for those who follow.
 *
 * <p>One thread reads records. Checks ask {@link HaltBook} and wait for nobody. Who follows takes what stands and
 * begins to listen in one step, so that nothing falls between; meanwhile the reading thread waits.
 */
public final class HaltBoard implements TopicReader {
    private static final Logger LOG = LoggerFactory.getLogger(HaltBoard.class);

    private final HaltReader reader;
    private final boolean signedOnly;
    private final HaltBook book = new HaltBook();
    private final Map<String, StoredRecord> standing = new ConcurrentHashMap<>();
    private final Removals removals;
    private final AtomicLong refused = new AtomicLong();
    private Consumer<HaltChange> listener = change -> {};
    private long lastOffset = -1;
    private volatile boolean readToEnd;

    /**
     * @param signedOnly whether the reader verifies signatures: a tombstone has none, and then ends no halt
     * @param removalsKept how many removed keys are told of to clients that were away
     */
    public HaltBoard(HaltReader reader, boolean signedOnly, int removalsKept) {
        this.reader = reader;
        this.signedOnly = signedOnly;
        this.removals = new Removals(removalsKept);
    }

    /** @param listener is told of each change, by the reading thread, under the board's lock; it must not block */
    public synchronized void listen(Consumer<HaltChange> toChanges) {
        listener = toChanges;
    }

    @Override
    public synchronized void begins(Map<TopicPartition, Long> starts) {
        lastOffset =
                starts.values().stream().mapToLong(start -> start - 1).max().orElse(-1);
    }

    @Override
    public synchronized void read(ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() <= lastOffset) {
            // The topic was deleted and made again: nothing that somebody has seen of it can be resumed.
            removals.forgetThrough(Long.MAX_VALUE);
        }
        lastOffset = record.offset();
        if (record.key() != null) {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                remove(key, record.offset());
            } else {
                put(key, record);
            }
        }
        notifyAll();
    }

    @Override
    public synchronized void reachedEnd(List<TopicPartition> partitions) {
        // Of what was removed before, the topic may keep no trace: who resumes from there begins anew.
        removals.forgetThrough(lastOffset);
        readToEnd = true;
        LOG.info("ripcord.halts is read to offset {}: {} records stand", lastOffset, standing.size());
    }

    private void put(String key, ConsumerRecord<byte[], byte[]> raw) {
        try {
            HaltRecord record = reader.read(key, raw.value());
            String text = new String(raw.value(), StandardCharsets.UTF_8);
            StoredRecord stored = new StoredRecord(key, text, raw.offset(), raw.timestamp(), record);
            if (saysSomethingNew(stored)) {
                // In this order: who finds a halt in the book finds its record here.
                standing.put(key, stored);
                book.apply(record);
                listener.accept(HaltChange.of(stored));
            }
        } catch (UntrustedRecord forged) {
            refused.incrementAndGet();
            LOG.warn(
                    "the record at offset {} of ripcord.halts, key {}, is refused: {}",
                    raw.offset(),
                    key,
                    forged.getMessage());
        }
    }

    /** Repeats and old records that somebody wrote again are no news. */
    private boolean saysSomethingNew(StoredRecord stored) {
        if (stored.isMute()) {
            StoredRecord before = standing.get(stored.key());
            return before == null
                    || before.record().issuedAt() < stored.record().issuedAt();
        }
        Standing before = book.standing(stored.scope().orElseThrow());
        return before.after(stored.record()) != before;
    }

    private void remove(String key, long offset) {
        HaltChange removal = HaltChange.removed(key, offset);
        if (!standing.containsKey(key) || signedOnly && mayBeInForce(removal)) {
            return;
        }
        standing.remove(key);
        book.remove(key);
        removals.add(key, offset);
        listener.accept(removal);
    }

    private boolean mayBeInForce(HaltChange removal) {
        StoredRecord record = standing.get(removal.key());
        return record.scope().map(scope -> !removal.mute() && stops(scope)).orElse(false);
    }

    private boolean stops(Scope scope) {
        return book.standing(scope).inForce(0).isPresent();
    }

    /** @return whether all that was on the topic at the start is known: before that nobody is allowed anything */
    public boolean isReadToEnd() {
        return readToEnd;
    }

    /** @param now milliseconds since the epoch */
    public Optional<Halt> halting(Subject subject, long now) {
        return book.halting(subject, now);
    }

    public Standing standing(Scope scope) {
        return book.standing(scope);
    }

    /** @return the broker's time of the halt's record, milliseconds since the epoch */
    public Optional<Long> timeOf(Halt halt) {
        return Optional.ofNullable(standing.get(halt.key())).map(StoredRecord::time);
    }

    /** @return records that were refused as forged or unreadable */
    public long refused() {
        return refused.get();
    }

    /** Waits until an operator's record that was issued then, or later, is known here; no longer than the patience. */
    public synchronized boolean awaitOperator(Scope scope, long issuedAt, Duration patience)
            throws InterruptedException {
        return await(board -> board.book.standing(scope).operatorIssuedAt() >= issuedAt, patience);
    }

    /** Waits until the record at the offset has been read; no longer than the patience. */
    public synchronized boolean awaitOffset(long offset, Duration patience) throws InterruptedException {
        return await(board -> board.lastOffset >= offset, patience);
    }

    private boolean await(Predicate<HaltBoard> condition, Duration patience) throws InterruptedException {
        Deadline deadline = Deadline.in(patience);
        while (!condition.test(this)) {
            long left = deadline.millisLeft();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /**
     * What a client must be told first.
     *
     * @param resumed whether it continues from what the client has; otherwise what is not in it is gone
     * @param changes in the order of the topic
     */
    public record Beginning(boolean resumed, List<HaltChange> changes) {}

    /**
     * @param lastSeen offset that the client has seen; null where it begins
     * @param view what it may see, and how to find that
     * @param begin is called under the board's lock: whoever it registers misses nothing and gets nothing twice
     */
    public synchronized void follow(Long lastSeen, HaltView view, Consumer<Beginning> begin) {
        boolean resumed = lastSeen != null && lastSeen <= lastOffset && removals.knows(lastSeen);
        begin.accept(new Beginning(resumed, view.changes(standing, removals, resumed ? lastSeen : -1)));
    }

    /**
     * @param now milliseconds since the epoch
     * @return the records of the halts in force that are seen, in no order; of a scope that both writers have halted,
     *     both
     */
    public List<StoredRecord> inForce(HaltView view, long now) {
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

    synchronized int removalsKept() {
        return removals.size();
    }
}
