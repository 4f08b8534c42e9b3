package dev.ripcord.deploy.command;

import dev.ripcord.deploy.events.EventSending;
import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.deploy.events.SendResult;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.print.Count;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Topic;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ripcord send}: puts recorded events into the log. */
@Command(
        name = "send",
        description = "Sends events to agent.events, each under the key of its session; prints how many.",
        footer = {
            "",
            "Lines that are no event are sent as they are; the guard puts them to agent.events.dead with its reasons.",
            "Example: ripcord send session.jsonl.gz --rate 50"
        })
public final class SendCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Parameters(paramLabel = "FILE", description = "JSON Lines, plain or gzipped; - for standard input.")
    private String file;

    @Option(names = "--rate", paramLabel = "N", description = "Records a second (default: as fast as they go).")
    private Double rate;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (rate != null && !(rate > 0)) {
            throw new ParameterException(spec.commandLine(), "--rate is " + rate + "; it must be above 0");
        }
        var lines = LineFile.existing(file, "nothing was sent");
        var address = kafka.address();
        address.require("nothing was sent", Topic.EVENTS);
        try (var producer = address.producer()) {
            return print(EventSending.send(lines, producer, rate == null ? 0 : rate));
        }
    }

    private int print(SendResult result) {
        var err = spec.commandLine().getErr();
        if (result.unreadable() > 0) {
            err.println("no events, for the guard to dead-letter: " + result.unreadable() + ", the first at "
                    + result.firstUnreadable());
        }
        if (result.failed() > 0) {
            err.println("error: not taken by Kafka: " + Count.of(result.failed(), "record") + ", the first at "
                    + result.firstFailure());
        }
        var plain = "sent " + Count.of(result.sent(), "record") + " to " + Topic.EVENTS.topicName();
        spec.commandLine().getOut().println(json ? Json.text(result) : plain);
        return result.failed() == 0 ? ExitCode.OK : ExitCode.FAILED;
    }
}
