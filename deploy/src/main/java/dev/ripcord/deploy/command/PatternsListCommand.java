package dev.ripcord.deploy.command;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.ListedPattern;
import dev.ripcord.deploy.patterns.PatternLog;
import dev.ripcord.deploy.patterns.PatternTable;
import dev.ripcord.deploy.patterns.StatusLog;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Topic;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ripcord patterns list}: what is published, what of it is in force, and what the guard says. */
@Command(
        name = "list",
        description = "Lists every published definition, its activation, and what the guard says of it.",
        footer = {"", "Example: ripcord patterns list --json"})
final class PatternsListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Option(names = "--json", description = "Print a JSON array of definitions.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var address = kafka.address();
        address.require("no patterns were read", Topic.PATTERNS, Topic.PATTERN_STATUS);
        var log = PatternLog.read(address);
        log.unreadable().forEach(spec.commandLine().getErr()::println);
        var listed = ListedPattern.of(log, StatusLog.read(address));
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(listed));
        } else if (listed.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("no definition is published; publish it with: ripcord patterns publish FILE");
        } else {
            PatternTable.lines(listed).forEach(out::println);
        }
        return ExitCode.OK;
    }
}
