package dev.ripcord.console.acks;

import dev.ripcord.console.topic.TopicReader;
import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.json.Json;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runtimes have said of the halts that were acknowledged lately, from {@code ripcord.acks}. */
public final class AckBoard implements TopicReader {
    private static final Logger LOG = LoggerFactory.getLogger(AckBoard.class);

    /** In the order of who was told of last. */
    private final Map<String, HaltAcks> byHalt = new LinkedHashMap<>(16, 0.75f, true);

    private final int mostHalts;
    private final int mostSessions;
    private int sessions;

    /**
     * @param mostHalts of how many halts it remembers what was said; the latest ones
     * @param mostSessions of how many sessions in all of them, of each halt counted again
     */
    public AckBoard(int mostHalts, int mostSessions) {
        this.mostHalts = mostHalts;
        this.mostSessions = mostSessions;
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
        HaltAcks acks = byHalt.computeIfAbsent(ack.haltId(), any -> new HaltAcks());
        sessions -= acks.sessions();
        acks.add(ack, time);
        sessions += acks.sessions();
        Iterator<HaltAcks> eldest = byHalt.values().iterator();
        while (byHalt.size() > mostHalts || byHalt.size() > 1 && sessions > mostSessions) {
            sessions -= eldest.next().sessions();
            eldest.remove();
        }
    }

    public synchronized Acknowledged of(String haltId) {
        HaltAcks acks = byHalt.get(haltId);
        return acks == null ? Acknowledged.NOTHING : acks.summary();
    }

    /** @return what the session said last about the halt, however many others were told of it before */
    public synchronized Optional<LatestWord> of(String haltId, SessionKey session) {
        return Optional.ofNullable(byHalt.get(haltId)).flatMap(acks -> acks.latest(session.key()));
    }
}
