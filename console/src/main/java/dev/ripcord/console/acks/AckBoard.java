package dev.ripcord.console.acks;

import dev.ripcord.console.topic.TopicReader;
import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runtimes have said of the halts that were acknowledged lately, from {@code ripcord.acks}. */
public final class AckBoard implements TopicReader {
    private static final Logger LOG = LoggerFactory.getLogger(AckBoard.class);

    private final Map<String, HaltAcks> byHalt;

    /** @param haltsKept of how many halts it remembers what was said; the latest ones */
    public AckBoard(int haltsKept) {
        this.byHalt = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, HaltAcks> eldest) {
                return size() > haltsKept;
            }
        };
    }

    @Override
    public void read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            add(Json.read(record.value(), Acknowledgement.class), record.timestamp());
        } catch (IOException unreadable) {
            LOG.warn(
                    "the acknowledgement at {}-{} cannot be read: {}",
                    record.partition(),
                    record.offset(),
                    unreadable.getMessage());
        }
    }

    private synchronized void add(Acknowledgement ack, long time) {
        byHalt.computeIfAbsent(ack.haltId(), any -> new HaltAcks()).add(ack, time);
    }

    public synchronized Acknowledged of(String haltId) {
        HaltAcks acks = byHalt.get(haltId);
        return acks == null ? Acknowledged.NOTHING : acks.summary();
    }
}
