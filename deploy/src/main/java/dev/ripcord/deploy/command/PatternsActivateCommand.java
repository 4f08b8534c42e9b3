package dev.ripcord.deploy.command;

import dev.ripcord.deploy.patterns.StandingPatterns;
import dev.ripcord.deploy.patterns.TakenPlace;
import dev.ripcord.topic.Topic;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ripcord patterns activate}: puts published definitions in force. */
@Command(
        name = "activate",
        description = "Puts published definitions in force, all that are named or none, in shadow unless told"
                + " otherwise; prints the guard's answers.",
        footer = {
            "",
            "Example: ripcord patterns activate --all --reason 'to be looked at'",
            "Example: ripcord patterns activate identical-call --mode enforce --param times=6 --reason 'two quiet weeks'"
        })
final class PatternsActivateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private GuardAnswer guard;

    @Mixin
    private ActivationChoice choice;

    @Mixin
    private Authorship author;

    @Override
    public Integer call() throws Exception {
        choice.check();
        var address = kafka.address();
        address.require(ActivationChoice.NOTHING, Topic.PATTERNS, Topic.PATTERN_STATUS);
        var stands = StandingPatterns.read(address);
        var requests = choice.requests(stands, author);
        var writer = guard.writer(address);
        var results = choice.again() ? writer.activateAgain(requests, stands) : writer.activate(requests, stands);
        int exitCode = guard.tell(results, spec.commandLine());
        results.stream()
                .filter(result -> result.written() && !result.wasRefused())
                .flatMap(result -> TakenPlace.of(result.activation()).stream())
                .forEach(spec.commandLine().getErr()::println);
        return exitCode;
    }
}
