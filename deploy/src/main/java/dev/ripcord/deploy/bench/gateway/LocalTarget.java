package dev.ripcord.deploy.bench.gateway;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.console.Gateway;
import dev.ripcord.console.GatewaySettings;
import dev.ripcord.console.RefusedSettings;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.topics.TopicSetup;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.halt.Writer;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** A broker and a gateway in this process, with a thousand halts of other sessions, as after some months. */
final class LocalTarget implements BenchTarget {
    private static final int STANDING = 1_000;
    private static final Actor BENCH = new Actor(Actor.Kind.SYSTEM, "ripcord bench");

    private final LocalKafka broker;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Gateway gateway;

    private LocalTarget(LocalKafka broker, KafkaProducer<byte[], byte[]> producer, Gateway gateway) {
        this.broker = broker;
        this.producer = producer;
        this.gateway = gateway;
    }

    static LocalTarget start() throws ExecutionException, InterruptedException {
        var broker = LocalKafka.start();
        try {
            var kafka = KafkaAddress.of(broker.bootstrapServers());
            TopicSetup.createMissing(kafka, 1, (short) 1);
            var producer = kafka.producer();
            write(producer, STANDING);
            var properties = new Properties();
            properties.put("bootstrap.servers", broker.bootstrapServers());
            return new LocalTarget(broker, producer, Gateway.start(GatewaySettings.local(properties)));
        } catch (RefusedSettings refused) {
            broker.close();
            throw new Refusal(refused.errors(), "nothing was measured", ExitCode.FAILED);
        }
    }

    private static void write(KafkaProducer<byte[], byte[]> producer, int halts) {
        for (int number = 0; number < halts; number++) {
            send(producer, halt(new Scope(ScopeKind.SESSION, "others", "session-" + number), number, "as of old"));
        }
        producer.flush();
    }

    @Override
    public URI gateway() {
        return gateway.address();
    }

    @Override
    public String authorization() {
        return "";
    }

    @Override
    public void write(int number, String reason) throws IOException, InterruptedException {
        var scope = new Scope(ScopeKind.TENANT, TENANT, null);
        HaltRecord record = number % 2 == 0
                ? halt(scope, number, reason)
                : Release.of(Writer.OPERATOR, scope, reason, BENCH, number + 1, List.of());
        try {
            send(producer, record).get();
        } catch (ExecutionException failed) {
            throw new IOException("the halt could not be written", failed.getCause());
        }
    }

    private static Halt halt(Scope scope, int number, String reason) {
        return Halt.byOperator("bench-halt-" + number, scope, reason, BENCH, number + 1, null, List.of());
    }

    private static Future<RecordMetadata> send(KafkaProducer<byte[], byte[]> producer, HaltRecord record) {
        var key = record.key().getBytes(StandardCharsets.UTF_8);
        return producer.send(new ProducerRecord<>(Topic.HALTS.topicName(), key, Json.bytes(record)));
    }

    @Override
    public void close() {
        gateway.close();
        producer.close();
        broker.close();
    }
}
