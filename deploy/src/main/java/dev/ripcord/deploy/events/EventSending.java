package dev.ripcord.deploy.events;

import dev.ripcord.deploy.outcome.RootCause;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends a file's lines to {@code agent.events} as they are, each event under the key of its session, so that a session
 * keeps its order. What is no event goes without a key: to say so is the guard's part.
 */
public final class EventSending {
    public static final double AS_FAST_AS_THEY_GO = 0;

    private final Producer<byte[], byte[]> producer;
    private final LineFile file;
    private final Pace pace;
    private long lines;
    private long unreadable;
    private String firstUnreadable;
    private long failed;
    private String firstFailure;

    private EventSending(Producer<byte[], byte[]> producer, LineFile file, Pace pace) {
        this.producer = producer;
        this.file = file;
        this.pace = pace;
    }

    /** @param perSecond lines a second, or {@link #AS_FAST_AS_THEY_GO} */
    public static SendResult send(LineFile file, Producer<byte[], byte[]> producer, double perSecond)
            throws IOException, InterruptedException {
        var sending = new EventSending(producer, file, new Pace(perSecond, WallClock.SYSTEM));
        file.forEach(sending::send);
        producer.flush();
        return sending.result();
    }

    private void send(Line line) throws InterruptedException {
        pace.await();
        lines++;
        var record = new ProducerRecord<>(Topic.EVENTS.topicName(), key(line), line.bytes());
        producer.send(record, (done, failure) -> {
            if (failure != null) {
                failed(line, failure);
            }
        });
    }

    private byte[] key(Line line) {
        var decoded = EventDecoder.decode(line.bytes());
        if (decoded instanceof Decoded.Readable readable) {
            return readable.event().session().session().getBytes(StandardCharsets.UTF_8);
        }
        unreadable++;
        if (firstUnreadable == null) {
            firstUnreadable = file.place(line.number()) + ": " + ((Decoded.Unreadable) decoded).reason();
        }
        return null;
    }

    /** On the producer's own thread, or on ours where the record never left it. */
    private synchronized void failed(Line line, Exception failure) {
        failed++;
        if (firstFailure == null) {
            firstFailure = file.place(line.number()) + ": " + RootCause.of(failure);
        }
    }

    private synchronized SendResult result() {
        return new SendResult(lines - failed, unreadable, firstUnreadable, failed, firstFailure);
    }
}
