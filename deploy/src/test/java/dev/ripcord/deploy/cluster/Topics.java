package dev.ripcord.deploy.cluster;

import static org.awaitility.Awaitility.await;

import dev.ripcord.jobs.kafka.TopicCreation;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates topics on a broker of the tests. */
public final class Topics {
    private static final int EVENT_PARTITIONS = 2;

    private Topics() {}

    /** @param topics all that are missing, where none is given */
    public static void create(String bootstrapServers, Topic... topics) throws Exception {
        var client = KafkaSettings.at(bootstrapServers).client();
        if (topics.length == 0) {
            TopicCreation.createMissing(client, EVENT_PARTITIONS, (short) 1);
            return;
        }
        try (var admin = Admin.create(client)) {
            admin.createTopics(Stream.of(topics)
                            .map(topic -> new NewTopic(topic.topicName(), topic.partitions(EVENT_PARTITIONS), (short) 1)
                                    .configs(topic.settings()))
                            .toList())
                    .all()
                    .get();
            await().until(() -> admin.listTopics().names().get().size() == topics.length);
        }
    }
}
