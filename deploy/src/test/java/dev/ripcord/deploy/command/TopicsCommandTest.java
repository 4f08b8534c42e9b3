package dev.ripcord.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TopicsCommandTest {
    @Test
    void missingTopicsAreSaidToBeMissingAndMadeWhenAskedFor() throws Exception {
        try (var kafka = LocalKafka.start()) {
            var before = topics(kafka);
            assertThat(before.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
            assertThat(before.out().lines())
                    .hasSize(1 + Topic.values().length)
                    .contains("agent.events                     0  it is missing; --create makes it");

            var created = topics(kafka, "--create", "--partitions", "3");
            assertThat(created.exitCode()).isEqualTo(ExitCode.OK);
            assertThat(created.err().lines()).hasSize(Topic.values().length).contains("created ripcord.halts");
            assertThat(created.out().lines())
                    .contains(
                            "topic                   partitions",
                            "agent.events                     3  all right",
                            "ripcord.halts                    1  all right");

            assertThat(topics(kafka, "--create").err()).isEmpty();
            assertThat(topics(kafka)).isEqualTo(new CommandRun(ExitCode.OK, created.out(), ""));
        }
    }

    @Test
    void everythingThatIsWrongAboutATopicIsSaid() throws Exception {
        try (var kafka = LocalKafka.start()) {
            create(
                    kafka,
                    topic(Topic.EVENTS, 2, Map.of("cleanup.policy", "compact", "max.message.bytes", "1048588")),
                    topic(Topic.HALTS, 2, Map.of("cleanup.policy", "compact,delete")),
                    topic(Topic.SESSIONS, 2, Map.of("cleanup.policy", "compact,delete")));

            var run = topics(kafka, "--create", "--json");

            assertThat(run.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
            assertThat(problems(run, Topic.EVENTS))
                    .containsExactly(
                            "message.timestamp.type is CreateTime; it must be LogAppendTime, or a replay does not see"
                                    + " what was seen live",
                            "cleanup.policy is compact; it must be delete, or only the latest record of a key is kept",
                            "max.message.bytes is 1048588; it must be at least 6291456, or events with large prompts"
                                    + " are lost");
            assertThat(problems(run, Topic.HALTS))
                    .contains(
                            "cleanup.policy is compact,delete; it must be compact, or what is in force is forgotten in"
                                    + " time",
                            "it has 2 partitions; it must have 1, so that all read it in one order");
            assertThat(problems(run, Topic.SESSIONS))
                    .singleElement()
                    .asString()
                    .startsWith("message.timestamp.type is CreateTime");
            assertThat(problems(run, Topic.SIGNALS)).isEmpty();
        }
    }

    @Test
    void aTopicOfSessionsThatGrowsForEverIsToldUntilItIsChanged() throws Exception {
        try (var kafka = LocalKafka.start()) {
            var asItWas = new HashMap<>(Topic.SESSIONS.settings());
            asItWas.remove("retention.ms");
            asItWas.put("cleanup.policy", "compact");
            create(kafka, topic(Topic.SESSIONS, 2, asItWas));
            awaitProblems(
                    kafka,
                    "cleanup.policy is compact; it must be compact,delete, or it grows with each new session for ever");

            change(kafka, "cleanup.policy", "delete");
            awaitProblems(
                    kafka,
                    "cleanup.policy is delete; it must be compact,delete, or each change of each session is kept");

            change(kafka, "cleanup.policy", "compact,delete");
            awaitProblems(kafka);

            change(kafka, "retention.ms", "-1");
            awaitProblems(
                    kafka,
                    "retention.ms is -1; it must be a time, such as 2592000000, or it grows with each new session for"
                            + " ever");

            change(kafka, "retention.ms", "86400000");
            awaitProblems(kafka);
        }
    }

    private static void awaitProblems(LocalKafka kafka, String... problems) {
        // The controller has a setting before each broker has it.
        await().untilAsserted(() ->
                assertThat(problems(topics(kafka, "--json"), Topic.SESSIONS)).containsExactly(problems));
    }

    private static void change(LocalKafka kafka, String setting, String value) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, Topic.SESSIONS.topicName());
        var change = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(change)))
                    .all()
                    .get();
        }
    }

    @Test
    void aBrokerThatDoesNotAnswerIsNamedWithWhatToDo() {
        var run = CommandRun.of("topics", "--bootstrap", "127.0.0.1:1");

        assertThat(run)
                .isEqualTo(new CommandRun(
                        ExitCode.FAILED,
                        "",
                        "error: no Kafka answers at 127.0.0.1:1 (tried for 5 s); start one, or give its address with"
                                + " --bootstrap HOST:PORT\n1 error; no topics were read\n"));
    }

    private static CommandRun topics(LocalKafka kafka, String... options) {
        var words = new ArrayList<>(List.of("topics", "--bootstrap", kafka.bootstrapServers()));
        words.addAll(List.of(options));
        return CommandRun.of(words.toArray(String[]::new));
    }

    private static List<String> problems(CommandRun run, Topic topic) throws Exception {
        for (var state : Json.tree(run.out())) {
            if (state.path("topic").asText().equals(topic.topicName())) {
                return Json.MAPPER.convertValue(
                        state.path("problems"),
                        Json.MAPPER.getTypeFactory().constructCollectionType(List.class, String.class));
            }
        }
        throw new AssertionError(topic + " is not listed: " + run.out());
    }

    private static NewTopic topic(Topic topic, int partitions, Map<String, String> settings) {
        return new NewTopic(topic.topicName(), partitions, (short) 1).configs(settings);
    }

    private static void create(LocalKafka kafka, NewTopic... topics) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(topics)).all().get();
        }
    }
}
