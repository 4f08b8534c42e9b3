package dev.ripcord.console.stops;

import dev.ripcord.console.topic.TopicReader;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Signal;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest stops that the guard asked for, from {@code ripcord.signals}; each once. */
public final class StopBoard implements TopicReader {
    private static final Logger LOG = LoggerFactory.getLogger(StopBoard.class);

    private final int mostStops;

    /** By the signal's id; the oldest first. */
    private final Map<String, Stop> stops = new LinkedHashMap<>();

    private boolean complete = true;
    private volatile boolean readToEnd;

    /** @param mostStops how many are kept: the latest */
    public StopBoard(int mostStops) {
        this.mostStops = mostStops;
    }

    @Override
    public synchronized void begins(Map<TopicPartition, Long> starts) {
        complete = starts.values().stream().allMatch(start -> start == 0);
    }

    @Override
    public void reachedEnd(List<TopicPartition> partitions) {
        readToEnd = true;
    }

    @Override
    public synchronized void read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            Signal signal = Json.read(record.value(), Signal.class);
            if (signal.stops()) {
                stops.putIfAbsent(signal.signalId(), Stop.of(signal, record.timestamp()));
            }
            limit();
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("signal {}-{} cannot be read: {}", record.partition(), record.offset(), unreadable.getMessage());
        }
    }

    private void limit() {
        Iterator<Stop> oldest = stops.values().iterator();
        while (stops.size() > mostStops) {
            oldest.next();
            oldest.remove();
            complete = false;
        }
    }

    public boolean isReadToEnd() {
        return readToEnd;
    }

    /** @return why there may be older stops that are not known here; empty where all are */
    public synchronized Optional<String> gap() {
        return complete
                ? Optional.empty()
                : Optional.of("only the latest signals are counted; there may be older ones");
    }

    public synchronized List<Stop> where(Predicate<Stop> condition) {
        return stops.values().stream().filter(condition).toList();
    }
}
