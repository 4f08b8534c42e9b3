package dev.ripcord.deploy.halts;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.kafka.TopicLog;
import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What runtimes have answered to halts, read from {@code ripcord.acks}. */
public final class Acknowledgements implements AutoCloseable {
    private final TopicLog topic;
    private final Map<String, HaltAnswers> byHalt = new HashMap<>();

    private Acknowledgements(TopicLog topic) {
        this.topic = topic;
    }

    /**
     * @param from the broker's time of the oldest halt of interest, milliseconds since the epoch: nobody has answered
     *     it before
     * @param patience after which it is left at what was read by then: who has answered is nice to know, no more
     */
    public static Acknowledgements read(KafkaAddress kafka, long from, Duration patience) {
        var acknowledgements = new Acknowledgements(TopicLog.fromTime(kafka, Topic.ACKS, from));
        acknowledgements.topic.toEnd(record -> acknowledgements.add(record, none -> {}), patience);
        return acknowledgements;
    }

    /** @param log read to its end; nobody answers a halt before it is there */
    public static Acknowledgements toThoseInForce(HaltLog log, KafkaAddress kafka, Duration patience) {
        long now = WallClock.SYSTEM.millis();
        return read(kafka, log.inForce(now).stream().mapToLong(log::since).min().orElse(now), patience);
    }

    /** Hands over those that have come since, of each halt, session and status one; waits a moment for them. */
    public void next(Consumer<TimedAnswer> receiver) {
        topic.next(record -> add(record, receiver));
    }

    private void add(ConsumerRecord<byte[], byte[]> record, Consumer<TimedAnswer> receiver) {
        if (record.value() == null) {
            return;
        }
        try {
            var answer = new TimedAnswer(Json.read(record.value(), Acknowledgement.class), record.timestamp());
            var answers = byHalt.computeIfAbsent(answer.acknowledgement().haltId(), halt -> new HaltAnswers());
            if (answers.add(answer)) {
                receiver.accept(answer);
            }
        } catch (IOException noAcknowledgement) {
            // Anybody may write here; what is none answers nothing.
        }
    }

    /** @return those of one halt, so far */
    public HaltAnswers to(String haltId) {
        return byHalt.getOrDefault(haltId, HaltAnswers.NONE);
    }

    @Override
    public void close() {
        topic.close();
    }
}
