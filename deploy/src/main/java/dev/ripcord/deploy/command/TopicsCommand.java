package dev.ripcord.deploy.command;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.print.Table;
import dev.ripcord.deploy.topics.TopicInspection;
import dev.ripcord.deploy.topics.TopicSetup;
import dev.ripcord.deploy.topics.TopicState;
import dev.ripcord.json.Json;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ripcord topics}: whether the topics are what they must be. */
@Command(
        name = "topics",
        description =
                "Lists the topics that Ripcord uses, with what is wrong about each; creates those that are missing.",
        footer = {"", "Example: ripcord topics --create --partitions 12 --replication 3"})
public final class TopicsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Option(names = "--create", description = "Create the topics that are missing.")
    private boolean create;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description =
                    "Of agent.events, for its whole life (default: ${DEFAULT-VALUE}): its sessions stay where they are.")
    private int partitions;

    @Option(
            names = "--replication",
            paramLabel = "N",
            defaultValue = "-1",
            description = "Copies of each record (default: the brokers' own default).")
    private short replication;

    @Option(names = "--json", description = "Print a JSON array of topics.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var address = kafka.address();
        address.topics("no topics were read");
        if (create) {
            create(address);
        }
        try (var admin = address.admin()) {
            var states = TopicInspection.of(admin);
            print(states);
            return states.stream().allMatch(TopicState::isRight) ? ExitCode.OK : ExitCode.CHECK_FAILED;
        }
    }

    private void create(KafkaAddress address) throws ExecutionException, InterruptedException {
        for (var topic : TopicSetup.createMissing(address, partitions, replication)) {
            spec.commandLine().getErr().println("created " + topic.topicName());
        }
    }

    private void print(List<TopicState> states) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(states));
            return;
        }
        var table = Table.of("topic", "partitions>", "");
        for (var state : states) {
            table.row(
                    state.topic(),
                    state.partitions(),
                    state.isRight() ? "all right" : state.problems().get(0));
            state.problems().stream().skip(1).forEach(problem -> table.row("", "", problem));
        }
        table.lines().forEach(out::println);
    }
}
