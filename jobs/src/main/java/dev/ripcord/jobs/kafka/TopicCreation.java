package dev.ripcord.jobs.kafka;

import dev.ripcord.topic.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing, each with the settings that its promise needs. */
public final class TopicCreation {
    private static final int MAX_LOOKS = 200;
    private static final long PAUSE_MILLIS = 50;

    private TopicCreation() {}

    /**
     * @param eventPartitions of {@code agent.events}, for its whole life
     * @return the topics that were created
     * @throws ExecutionException where the broker refuses, with its reason
     */
    public static List<Topic> createMissing(Properties client, int eventPartitions, short replication)
            throws ExecutionException, InterruptedException {
        List<Topic> created = new ArrayList<>();
        try (Admin admin = Admin.create(client)) {
            Set<String> present = admin.listTopics().names().get();
            List<Topic> missing = Arrays.stream(Topic.values())
                    .filter(topic -> !present.contains(topic.topicName()))
                    .toList();
            for (Topic topic : missing) {
                if (create(admin, topic, eventPartitions, replication)) {
                    created.add(topic);
                }
            }
            awaitVisible(admin, created);
        }
        return created;
    }

    /** A broker says that a topic is created before it tells of it when asked; a job that starts in between fails. */
    private static void awaitVisible(Admin admin, List<Topic> created) throws ExecutionException, InterruptedException {
        List<String> names = created.stream().map(Topic::topicName).toList();
        for (int attempt = 1; ; attempt++) {
            try {
                admin.describeTopics(names).allTopicNames().get();
                return;
            } catch (ExecutionException notYet) {
                if (!(notYet.getCause() instanceof UnknownTopicOrPartitionException) || attempt == MAX_LOOKS) {
                    throw notYet;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static boolean create(Admin admin, Topic topic, int eventPartitions, short replication)
            throws ExecutionException, InterruptedException {
        NewTopic newTopic = new NewTopic(topic.topicName(), topic.partitions(eventPartitions), replication)
                .configs(topic.settings());
        try {
            admin.createTopics(List.of(newTopic)).all().get();
            return true;
        } catch (ExecutionException refused) {
            // Somebody else was faster: what was wanted is there.
            if (refused.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw refused;
        }
    }
}
