package dev.ripcord.deploy.clients;

import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Heartbeat;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Beats as a guard does that is up to date. */
final class Heart implements AutoCloseable {
    private static final long EVERY_MILLIS = 250;

    private final KafkaProducer<String, byte[]> producer;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    Heart(String bootstrapServers) {
        producer = new KafkaProducer<>(
                KafkaSettings.at(bootstrapServers).producer(), new StringSerializer(), new ByteArraySerializer());
        timer.scheduleAtFixedRate(this::beat, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        Heartbeat beat =
                new Heartbeat(Heartbeat.SCHEMA_VERSION, 0, -1, null, 0L, 0L, WallClock.SYSTEM.millis());
        producer.send(new ProducerRecord<>(Topic.HEARTBEAT.topicName(), "0", Json.bytes(beat)));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        producer.close();
    }
}
