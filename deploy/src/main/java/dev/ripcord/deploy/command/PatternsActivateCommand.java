package dev.ripcord.deploy.command;

import dev.ripcord.deploy.patterns.ActivationRequest;
import dev.ripcord.pattern.Mode;
import dev.ripcord.topic.Topic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ripcord patterns activate}: puts a published definition in force. */
@Command(
        name = "activate",
        description =
                "Puts a published definition in force, in shadow unless told otherwise; prints the guard's answer.",
        footer = {
            "",
            "Example: ripcord patterns activate identical-call --mode enforce --param times=6 --reason 'two quiet weeks'"
        })
final class PatternsActivateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private GuardAnswer guard;

    @Parameters(
            paramLabel = "ID[@HASH]",
            converter = PatternIdText.class,
            description = "ID, or pattern/ID; without a hash the latest version that is published.")
    private String pattern;

    @Option(
            names = "--mode",
            description =
                    "shadow: signals, and nobody is stopped; enforce: halts (default: shadow). Tools have no mode.")
    private Mode mode;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "Another value than the default; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--again", description = "Write it although it is in force already: the guard judges it again.")
    private boolean again;

    @Mixin
    private Authorship author;

    @Override
    public Integer call() throws Exception {
        var address = kafka.address();
        address.require("nothing was activated", Topic.PATTERNS, Topic.PATTERN_STATUS);
        var writer = guard.writer(address);
        var request = new ActivationRequest(pattern, mode, parameters, author.actor(), author.reason());
        return guard.tell(again ? writer.activateAgain(request) : writer.activate(request), spec.commandLine());
    }
}
