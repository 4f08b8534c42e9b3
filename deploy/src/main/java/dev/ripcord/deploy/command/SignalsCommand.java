package dev.ripcord.deploy.command;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.kafka.TopicLog;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.signals.SignalFeed;
import dev.ripcord.deploy.signals.SignalLine;
import dev.ripcord.deploy.signals.SignalRecord;
import dev.ripcord.topic.Topic;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ripcord signals}: what the guard has found. */
@Command(
        name = "signals",
        description =
                "Prints signals, oldest first, each once: when, the beginning of its id, the pattern, whom, why, and"
                        + " what the session had spent. Keeps what people say of them.",
        subcommands = {SignalsFeedbackCommand.class, SignalsLabelsCommand.class},
        footer = {"", "Example: ripcord signals --since 1h --follow"})
public final class SignalsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Option(names = "--follow", description = "Go on with those that come, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "Only those written since then: 10m, 2h, or 2026-01-01T08:00:00Z.")
    private String since;

    @Option(names = "--latest", paramLabel = "N", description = "Only the N latest of those that are there already.")
    private int latest = Integer.MAX_VALUE;

    @Option(names = "--json", description = "Print each signal as it was written, a JSON object to a line.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var from = SinceWords.parse(since, spec);
        var address = kafka.address();
        address.require("no signals were read", Topic.SIGNALS);
        try (var log = open(address, from)) {
            var feed = new SignalFeed(log, spec.commandLine().getErr()::println);
            feed.present(latest).forEach(this::print);
            while (follow && !out().checkError()) {
                feed.next(this::print);
            }
        } catch (InterruptException ended) {
            // How a follower ends.
        }
        return ExitCode.OK;
    }

    private static TopicLog open(KafkaAddress address, Optional<Long> from) {
        return from.map(millis -> TopicLog.fromTime(address, Topic.SIGNALS, millis))
                .orElseGet(() -> TopicLog.fromBeginning(address, Topic.SIGNALS));
    }

    private void print(SignalRecord record) {
        out().println(json ? record.json() : SignalLine.of(record));
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
