package dev.ripcord.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {
    @ParameterizedTest
    @CsvSource({
        "agent.events,EVENTS,delete,12",
        "agent.events.dead,DEAD_EVENTS,delete,12",
        "ripcord.signals,SIGNALS,delete,12",
        "ripcord.halts,HALTS,compact,1",
        "ripcord.acks,ACKS,delete,12",
        "ripcord.patterns,PATTERNS,compact,1",
        "ripcord.pattern-status,PATTERN_STATUS,compact,1",
        "ripcord.sessions,SESSIONS,'compact,delete',12",
        "ripcord.heartbeat,HEARTBEAT,compact,1",
        "ripcord.feedback,FEEDBACK,compact,1",
    })
    void eachTopicHasTheNameCleanupAndPartitionsThatReadersRelyOn(
            String name, Topic topic, String cleanup, int partitions) {
        assertThat(topic.topicName()).isEqualTo(name);
        assertThat(topic.settings()).containsEntry("cleanup.policy", cleanup);
        assertThat(topic.partitions(12)).isEqualTo(partitions);
    }

    @ParameterizedTest
    @EnumSource
    void theBrokersTimeCountsAndSixMebibytesFit(Topic topic) {
        assertThat(topic.settings())
                .containsEntry("message.timestamp.type", "LogAppendTime")
                .containsEntry("max.message.bytes", "6291456");
    }

    @Test
    void sessionsThatDoNotChangeAnyMoreLeaveAfterThirtyDaysAndNoOtherTopicHasATimeOfItsOwn() {
        assertThat(Topic.values())
                .filteredOn(topic -> topic.settings().containsKey("retention.ms"))
                .containsExactly(Topic.SESSIONS);
        assertThat(Topic.SESSIONS.settings()).containsEntry("retention.ms", "2592000000");
    }

    @Test
    void theKeysOfRecordsAreJoinedAndWhatIdsContainIsEncoded() {
        assertThat(RecordKey.of("session", "default", "invoice-9")).isEqualTo("session/default/invoice-9");
        assertThat(RecordKey.of("a/b", "50%", "1\n2\t3\u0085")).isEqualTo("a%2Fb/50%25/1%0A2%093%C2%85");
        assertThat(RecordKey.of("é 🙂 ?#:\\")).isEqualTo("é 🙂 ?#:\\");
        assertThat(RecordKey.of("", "a")).isEqualTo("/a").isNotEqualTo(RecordKey.of("a", ""));
    }
}
