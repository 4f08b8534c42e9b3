package dev.ripcord.deploy.topics;

import dev.ripcord.topic.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Looks at all the topics that Ripcord uses. */
public final class TopicInspection {
    private TopicInspection() {}

    /** @return one state for each topic, in the order of {@link Topic} */
    public static List<TopicState> of(Admin admin) throws ExecutionException, InterruptedException {
        var states = ofPresent(admin).stream().collect(Collectors.toMap(TopicState::topic, state -> state));
        return Arrays.stream(Topic.values())
                .map(topic -> states.getOrDefault(topic.topicName(), missing(topic)))
                .toList();
    }

    /** @return likewise, of the topics that there are */
    public static List<TopicState> ofPresent(Admin admin) throws ExecutionException, InterruptedException {
        var present = present(admin);
        var descriptions = admin.describeTopics(present).allTopicNames().get();
        var settings = admin.describeConfigs(
                        present.stream().map(TopicInspection::resource).toList())
                .all()
                .get();
        return Arrays.stream(Topic.values())
                .filter(topic -> present.contains(topic.topicName()))
                .map(topic ->
                        state(topic, descriptions.get(topic.topicName()), settings.get(resource(topic.topicName()))))
                .toList();
    }

    private static Set<String> present(Admin admin) throws ExecutionException, InterruptedException {
        var names = admin.listTopics().names().get();
        return Arrays.stream(Topic.values())
                .map(Topic::topicName)
                .filter(names::contains)
                .collect(Collectors.toSet());
    }

    private static TopicState missing(Topic topic) {
        return new TopicState(topic.topicName(), 0, List.of("it is missing; --create makes it"));
    }

    private static TopicState state(Topic topic, TopicDescription description, Config settings) {
        int partitions = description.partitions().size();
        return new TopicState(topic.topicName(), partitions, TopicRules.problems(topic, partitions, byName(settings)));
    }

    private static Map<String, String> byName(Config settings) {
        return settings.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
