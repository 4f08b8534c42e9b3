package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.pattern.Document;
import java.util.ArrayList;
import java.util.List;

/**
 * What publishing definitions did. It never touches an activation: what is in force stays in force.
 *
 * @param published keys that were not there before
 * @param present keys that were there already, with the very same content
 */
public record Publication(List<String> published, List<String> present) {

    public static Publication of(List<? extends Document> documents, KafkaAddress kafka, String actor) {
        var log = PatternLog.read(kafka);
        log.requireSameKind(documents);
        var published = new ArrayList<String>();
        var present = new ArrayList<String>();
        try (var writer = new PatternTopicWriter(kafka.settings())) {
            for (var document : documents) {
                if (log.hasDefinition(document.key())) {
                    present.add(document.key());
                } else {
                    writer.publish(document, actor);
                    published.add(document.key());
                }
            }
        }
        return new Publication(published, present);
    }
}
