package dev.ripcord.deploy.signals;

import dev.ripcord.json.Json;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.SignalMark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A signal as it stands on its topic.
 *
 * @param writtenAt the broker's time of the record
 * @param json as it was written
 * @param mark why it made no halt, where it asks for one and did not
 */
public record SignalRecord(Signal signal, long writtenAt, String json, Optional<SignalMark> mark) {
    /** Partitions know no order among each other; the broker's times are the nearest to one. */
    static final Comparator<SignalRecord> AS_WRITTEN = Comparator.comparingLong(SignalRecord::writtenAt)
            .thenComparing(record -> record.signal().position());

    /** @throws IOException where the record is no signal; the message names its place */
    static SignalRecord of(ConsumerRecord<byte[], byte[]> record) throws IOException {
        try {
            var signal = Json.read(record.value(), Signal.class);
            return new SignalRecord(
                    signal, record.timestamp(), new String(record.value(), StandardCharsets.UTF_8), mark(record));
        } catch (IOException | IllegalArgumentException unreadable) {
            var place = record.topic() + " " + record.partition() + ":" + record.offset();
            throw new IOException(place + " is no signal: " + firstLine(unreadable.getMessage()));
        }
    }

    private static Optional<SignalMark> mark(ConsumerRecord<byte[], byte[]> record) {
        return Stream.of(SignalMark.values())
                .filter(mark -> record.headers().lastHeader(mark.header()) != null)
                .findFirst();
    }

    private static String firstLine(String message) {
        return message == null
                ? "it is empty"
                : message.lines().findFirst().orElse("").strip();
    }
}
