package dev.ripcord.deploy.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.topic.Topic;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicRulesTest {
    /** As where something stands in for Kafka that has no such settings. */
    @Test
    void aSettingThatTheBrokerDoesNotTellIsUnknownAndEndsNothing() {
        assertThat(TopicRules.problems(Topic.HALTS, 1, Map.of()))
                .containsExactly(
                        "message.timestamp.type is unknown; it must be LogAppendTime, or a replay does not see what was"
                                + " seen live",
                        "cleanup.policy is unknown; it must be compact, or what is in force is forgotten in time",
                        "max.message.bytes is unknown; it must be at least 6291456, or events with large prompts are"
                                + " lost");
    }

    @Test
    void whatATopicIsMadeWithIsRight() {
        for (var topic : Topic.values()) {
            assertThat(TopicRules.problems(topic, topic.partitions(4), topic.settings()))
                    .as(topic.topicName())
                    .isEmpty();
        }
    }
}
