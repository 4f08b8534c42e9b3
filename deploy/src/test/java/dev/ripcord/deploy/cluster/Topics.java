package dev.ripcord.deploy.cluster;

import dev.ripcord.topic.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates topics on a broker of the tests. */
public final class Topics {
    private Topics() {}

    /** @param topics all that are missing, where none is given */
    public static void create(String bootstrapServers, Topic... topics) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var present = admin.listTopics().names().get();
            var wanted = List.of(topics.length == 0 ? Topic.values() : topics);
            admin.createTopics(wanted.stream()
                            .filter(topic -> !present.contains(topic.topicName()))
                            .map(topic -> new NewTopic(topic.topicName(), topic.partitions(2), (short) 1)
                                    .configs(topic.settings()))
                            .toList())
                    .all()
                    .get();
        }
    }
}
