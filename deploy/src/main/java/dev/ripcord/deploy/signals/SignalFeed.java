package dev.ripcord.deploy.signals;

import dev.ripcord.deploy.kafka.TopicLog;
import java.io.IOException;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The signals on {@code ripcord.signals}, each once. */
public final class SignalFeed {
    private final TopicLog log;
    private final Consumer<String> remarks;
    private final SeenSignals seen = new SeenSignals();

    /** @param remarks is told of records that are no signals */
    public SignalFeed(TopicLog log, Consumer<String> remarks) {
        this.log = log;
        this.remarks = remarks;
    }

    /**
     * @param most only the latest so many
     * @return the signals that are there now, in the order in which they were written
     */
    public List<SignalRecord> present(int most) {
        var latest = new PriorityQueue<>(SignalRecord.AS_WRITTEN);
        log.toEnd(record -> read(record, signal -> {
            latest.add(signal);
            if (latest.size() > most) {
                latest.remove();
            }
        }));
        return Stream.generate(latest::remove).limit(latest.size()).toList();
    }

    /** Hands over those that are there now, without keeping them; in no order between partitions. */
    public void toEnd(Consumer<SignalRecord> receiver) {
        log.toEnd(record -> read(record, receiver));
    }

    /** Hands over the signals that have come since; waits a moment for them. */
    public void next(Consumer<SignalRecord> receiver) {
        log.next(record -> read(record, receiver));
    }

    private void read(ConsumerRecord<byte[], byte[]> record, Consumer<SignalRecord> receiver) {
        try {
            var signal = SignalRecord.of(record);
            if (seen.isNew(signal.signal().signalId())) {
                receiver.accept(signal);
            }
        } catch (IOException noSignal) {
            remarks.accept(noSignal.getMessage());
        }
    }
}
