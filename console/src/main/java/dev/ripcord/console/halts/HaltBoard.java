package dev.ripcord.console.halts;

import dev.ripcord.console.topic.TopicReader;
import dev.ripcord.halt.Halt;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands on {@code ripcord.halts}: who may go on, and the records as they are, for those who follow.
 *
 * <p>One thread reads records. Checks ask and wait for nobody. Who follows takes what stands and begins to listen in
 * one step, so that nothing falls between; meanwhile the reading thread waits.
 */
public final class HaltBoard implements TopicReader {
    private static final Logger LOG = LoggerFactory.getLogger(HaltBoard.class);

    private final HaltRecords records;
    private final Removals removals;
    private final LatestHalts latest = new LatestHalts();
    private final AtomicLong refused = new AtomicLong();
    private Consumer<HaltChange> listener = change -> {};
    private long lastOffset = -1;
    private volatile boolean readToEnd;

    /**
     * @param signedOnly whether the reader verifies signatures: a tombstone has none, and then ends no halt
     * @param removalsKept how many removed keys are told of to clients that were away
     */
    public HaltBoard(HaltReader reader, boolean signedOnly, int removalsKept) {
        this.records = new HaltRecords(reader, signedOnly);
        this.removals = new Removals(removalsKept);
    }

    /** @param toChanges is told of each change, by the reading thread, under the board's lock; it must not block */
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
            change(new String(record.key(), StandardCharsets.UTF_8), record).ifPresent(this::tell);
        }
        notifyAll();
    }

    private Optional<HaltChange> change(String key, ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null ? records.remove(key, record.offset()) : records.put(key, record);
        } catch (UntrustedRecord forged) {
            refused.incrementAndGet();
            LOG.warn("ripcord.halts {}, key {}: the record is refused: {}", record.offset(), key, forged.getMessage());
            return Optional.empty();
        }
    }

    private void tell(HaltChange change) {
        if (change.isRemoval()) {
            removals.add(change.key(), change.offset());
        } else if (change.record().record() instanceof Halt halt) {
            latest.add(halt);
        }
        listener.accept(change);
    }

    @Override
    public synchronized void reachedEnd(List<TopicPartition> partitions) {
        // Of what was removed before, the topic may keep no trace: who resumes from there begins anew.
        removals.forgetThrough(lastOffset);
        readToEnd = true;
        LOG.info(
                "ripcord.halts is read to offset {}: {} records stand",
                lastOffset,
                records.standing().size());
    }

    /** @return whether all that was on the topic at the start is known: before that nobody is allowed anything */
    public boolean isReadToEnd() {
        return readToEnd;
    }

    /** @param now milliseconds since the epoch */
    public Optional<Halt> halting(Subject subject, long now) {
        return records.book().halting(subject, now);
    }

    public Standing standing(Scope scope) {
        return records.book().standing(scope);
    }

    /** @return whether the scope has such a halt, or had it lately */
    public synchronized boolean knows(String haltId, Scope scope) {
        Standing stands = standing(scope);
        return latest.has(haltId, scope) || isHalt(haltId, stands.guard()) || isHalt(haltId, stands.operator());
    }

    private static boolean isHalt(String haltId, HaltRecord record) {
        return record instanceof Halt halt && halt.haltId().equals(haltId);
    }

    /** @return when the mute that stands under the key was issued, milliseconds since the epoch; 0 where none stands */
    public long muteIssuedAt(String key) {
        StoredRecord mute = records.standing().get(key);
        return mute == null ? 0 : mute.record().issuedAt();
    }

    /** @return the broker's time of the halt's record, milliseconds since the epoch */
    public Optional<Long> timeOf(Halt halt) {
        return Optional.ofNullable(records.standing().get(halt.key())).map(StoredRecord::time);
    }

    /**
     * @param now milliseconds since the epoch
     * @return the records of the halts in force that are seen, in no order; of a scope that both writers have halted,
     *     both
     */
    public List<StoredRecord> inForce(HaltView view, long now) {
        return records.inForce(view, now);
    }

    /** @return records that were refused as forged or unreadable */
    public long refused() {
        return refused.get();
    }

    /** Waits until an operator's record that was issued then, or later, is known here; no longer than the patience. */
    public synchronized boolean awaitOperator(Scope scope, long issuedAt, Duration patience)
            throws InterruptedException {
        return await(() -> standing(scope).operatorIssuedAt() >= issuedAt, patience);
    }

    /** Waits until the record at the offset has been read; no longer than the patience. */
    public synchronized boolean awaitOffset(long offset, Duration patience) throws InterruptedException {
        return await(() -> lastOffset >= offset, patience);
    }

    private boolean await(BooleanSupplier condition, Duration patience) throws InterruptedException {
        Deadline deadline = Deadline.in(patience);
        while (!condition.getAsBoolean()) {
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
        begin.accept(new Beginning(resumed, view.changes(records.standing(), removals, resumed ? lastSeen : -1)));
    }

    synchronized int removalsKept() {
        return removals.size();
    }
}
