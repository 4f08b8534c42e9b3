package dev.ripcord.console.signals;

import dev.ripcord.console.stream.Frame;
import dev.ripcord.console.stream.StreamClient;
import dev.ripcord.console.topic.TopicReader;
import dev.ripcord.json.Json;
import dev.ripcord.topic.RecordKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest of {@code ripcord.signals}, and who follows them. */
public final class SignalBoard implements TopicReader {
    private static final Logger LOG = LoggerFactory.getLogger(SignalBoard.class);

    private final LatestSignals latest;
    private final Map<StreamClient, Optional<String>> followers = new ConcurrentHashMap<>();
    private volatile boolean readToEnd;

    /**
     * @param mostSignals how many are kept for those who were away
     * @param mostBytes of what is kept
     */
    public SignalBoard(int mostSignals, long mostBytes) {
        latest = new LatestSignals(mostSignals, mostBytes);
    }

    @Override
    public synchronized void begins(Map<TopicPartition, Long> starts) {
        starts.forEach((partition, start) -> latest.begins(partition.partition(), start));
    }

    @Override
    public void reachedEnd(List<TopicPartition> partitions) {
        readToEnd = true;
    }

    public boolean isReadToEnd() {
        return readToEnd;
    }

    @Override
    public synchronized void read(ConsumerRecord<byte[], byte[]> record) {
        String id = latest.idAt(record.partition(), record.offset());
        if (record.value() == null || record.key() == null) {
            return;
        }
        try {
            String tenant = RecordKey.parts(new String(record.key(), StandardCharsets.UTF_8))
                    .get(0);
            String text = Json.text(Json.MAPPER.readTree(record.value()));
            Frame frame = Frame.of("signal", id, text);
            latest.add(new StoredSignal(record.partition(), record.offset(), tenant, record.timestamp(), frame));
            followers.forEach((client, only) -> {
                if (only.isEmpty() || only.get().equals(tenant)) {
                    client.send(frame);
                }
            });
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("signal {}-{} cannot be read: {}", record.partition(), record.offset(), unreadable.getMessage());
        }
    }

    /** Where a client begins. */
    public sealed interface From {
        /** With what comes. */
        record Now() implements From {}

        /** After what it has seen. */
        record After(SignalPlace place) implements From {}

        /** With what the broker took then, milliseconds since the epoch, or later. */
        record Time(long millis) implements From {}
    }

    /**
     * @param only the tenant whose signals it sees; empty for all
     * @param ready what is sent after the signals that were there before
     */
    public synchronized void follow(StreamClient client, From from, Optional<String> only, Frame ready) {
        boolean resumes = !(from instanceof From.After after) || latest.reachBackTo(after.place());
        Stream<Frame> reset = resumes ? Stream.of() : Stream.of(Frame.of("reset", null, "{}"));
        Predicate<StoredSignal> visible = signal -> only.isEmpty() || only.get().equals(signal.tenant());
        Stream<Frame> before =
                latest.where(visible.and(wanted(from, resumes))).stream().map(StoredSignal::frame);
        client.beginWith(
                Stream.concat(Stream.concat(reset, before), Stream.of(ready)).iterator());
        followers.put(client, only);
        client.ended().whenComplete((none, failure) -> followers.remove(client));
    }

    private static Predicate<StoredSignal> wanted(From from, boolean resumes) {
        if (from instanceof From.After after) {
            return signal -> !resumes || after.place().isBefore(signal.partition(), signal.offset());
        }
        return from instanceof From.Time time ? signal -> signal.time() >= time.millis() : signal -> false;
    }
}
