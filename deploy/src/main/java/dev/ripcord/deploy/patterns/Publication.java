package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What publishing definitions did. It never touches an activation: what is in force stays in force.
 *
 * @param published keys that were not there before
 * @param present keys that were there already, with the very same content
 */
public record Publication(List<String> published, List<String> present) {

    public static Publication of(List<Definition> definitions, KafkaAddress kafka, String actor)
            throws ExecutionException, InterruptedException {
        var log = PatternLog.read(kafka);
        var published = new ArrayList<String>();
        var present = new ArrayList<String>();
        var sent = new ArrayList<Future<?>>();
        try (var producer = kafka.producer()) {
            for (var definition : definitions) {
                if (log.hasDefinition(definition.key())) {
                    present.add(definition.key());
                } else {
                    sent.add(producer.send(record(PublishedDefinition.of(definition, actor))));
                    published.add(definition.key());
                }
            }
            for (var record : sent) {
                record.get();
            }
        }
        return new Publication(published, present);
    }

    private static ProducerRecord<byte[], byte[]> record(PublishedDefinition definition) {
        return new ProducerRecord<>(
                Topic.PATTERNS.topicName(), definition.key().getBytes(StandardCharsets.UTF_8), Json.bytes(definition));
    }
}
