package dev.ripcord.console.operate;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.halt.HaltBook;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.SigningKey;
import dev.ripcord.halt.Standing;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker with the topics that a desk needs, and what stands on {@code ripcord.halts}. */
final class DeskRun implements AutoCloseable {
    private static final int EVENT_PARTITIONS = 3;
    private static final TopicPartition HALTS = new TopicPartition(Topic.HALTS.topicName(), 0);

    private final LocalKafka kafka = LocalKafka.start();
    private final KafkaProducer<byte[], byte[]> producer;

    DeskRun() throws Exception {
        try (Admin admin = Admin.create(client())) {
            admin.createTopics(Stream.of(Topic.EVENTS, Topic.HALTS)
                            .map(topic -> new NewTopic(topic.topicName(), topic.partitions(EVENT_PARTITIONS), (short) 1)
                                    .configs(topic.settings()))
                            .toList())
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    Properties client() {
        Properties client = new Properties();
        client.put("bootstrap.servers", kafka.bootstrapServers());
        return client;
    }

    /** A desk that knows all that is on the topic whenever it is asked. */
    OperatorDesk desk() {
        return OperatorDesk.open(client(), this::standing, mute -> 0, Optional.empty());
    }

    /** A desk that has read nothing of what others wrote. */
    OperatorDesk blindDesk(WallClock clock) {
        return OperatorDesk.open(client(), scope -> Standing.NONE, mute -> 0, Optional.empty(), clock);
    }

    OperatorDesk signingDesk(SigningKey key) {
        return OperatorDesk.open(client(), this::standing, mute -> 0, Optional.of(key));
    }

    Position event(int partition) throws Exception {
        var sent = new ProducerRecord<byte[], byte[]>(Topic.EVENTS.topicName(), partition, null, new byte[] {'{', '}'});
        return new Position(partition, producer.send(sent).get().offset());
    }

    /** As the guard, or another desk, writes it. */
    void write(HaltRecord record) throws Exception {
        producer.send(new ProducerRecord<>(
                        Topic.HALTS.topicName(), record.key().getBytes(StandardCharsets.UTF_8), Json.bytes(record)))
                .get();
    }

    Standing standing(Scope scope) {
        HaltBook book = new HaltBook();
        records(HaltReader.trustingTheTopic()).forEach(book::apply);
        return book.standing(scope);
    }

    List<HaltRecord> records(HaltReader reader) {
        return raw().stream().map(record -> read(reader, record)).toList();
    }

    private static HaltRecord read(HaltReader reader, ConsumerRecord<byte[], byte[]> record) {
        try {
            return reader.read(new String(record.key(), StandardCharsets.UTF_8), record.value());
        } catch (Exception refused) {
            throw new AssertionError(refused);
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> raw() {
        Properties settings = client();
        settings.put("auto.offset.reset", "earliest");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(HALTS));
            consumer.seekToBeginning(List.of(HALTS));
            long end = Map.copyOf(consumer.endOffsets(List.of(HALTS))).get(HALTS);
            while (consumer.position(HALTS) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        kafka.close();
    }
}
