package dev.ripcord.deploy.halts;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.kafka.TopicLog;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.halt.Scope;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Signal;
import dev.ripcord.time.Durations;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The halts that the guard held back, because it would have halted too many at once, and asked a person about. */
public final class HeldHalts {
    /** Header of a signal whose halt was held back; its value is the incident. */
    public static final String HEADER = "ripcord-held";

    private final String incident;
    private final Map<Scope, String> messages = new LinkedHashMap<>();

    private HeldHalts(String incident) {
        this.incident = incident;
    }

    /**
     * @return by scope what the guard found there
     * @throws Refusal where the signals cannot be read to their end in time
     */
    public static Map<Scope, String> of(String incident, KafkaAddress kafka, Duration patience) {
        HeldHalts held = new HeldHalts(incident);
        try (TopicLog signals = TopicLog.fromBeginning(kafka, Topic.SIGNALS)) {
            if (!signals.toEnd(held::add, patience)) {
                var reason = Topic.SIGNALS.topicName() + " was not read to its end within " + Durations.format(patience)
                        + "; wait longer with --timeout";
                throw new Refusal(List.of(reason), "nothing was halted", ExitCode.FAILED);
            }
        }
        return held.messages;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader(HEADER);
        if (header == null || !new String(header.value(), StandardCharsets.UTF_8).equals(incident)) {
            return;
        }
        try {
            Signal signal = Json.read(record.value(), Signal.class);
            messages.putIfAbsent(signal.scope(), signal.message());
        } catch (IOException noSignal) {
            // What cannot be read names nobody to halt.
        }
    }
}
