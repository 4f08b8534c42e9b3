package dev.ripcord.deploy.command;

import dev.ripcord.deploy.halts.HaltWords;
import dev.ripcord.deploy.halts.HeldHalts;
import dev.ripcord.deploy.halts.NextCommands;
import dev.ripcord.deploy.halts.OperatorSession;
import dev.ripcord.deploy.halts.SeenSessions;
import dev.ripcord.deploy.halts.UnseenScopes;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.print.ShellWord;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ripcord halt}: a person stops somebody. */
@Command(
        name = "halt",
        description = "Stops scopes until they are released; needs Kafka alone, and no Flink. Asks before it stops"
                + " everything.",
        footer = {"", "Example: ripcord halt session/acme/invoice-9 --reason 'pays twice' --for 10m"})
public final class HaltCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing was halted";

    @Spec
    private CommandSpec spec;

    @Mixin
    private OperatorOptions operator;

    @Mixin
    private Told told;

    @Mixin
    private ScopeWords words;

    @Mixin
    private PanicQuestion question;

    @Option(
            names = "--held",
            paramLabel = "INCIDENT",
            description = "Instead of scopes: all that the guard would have halted for the incident, and asked about.")
    private String held;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationText.class,
            description = "It ends by itself after this long (default: it stands until it is released).")
    private Duration time;

    @Override
    public Integer call() throws Exception {
        if (words.isEmpty() == (held == null)) {
            throw new ParameterException(spec.commandLine(), "say whom to halt: SCOPE, or --held INCIDENT");
        }
        if (time != null && time.isZero()) {
            throw new ParameterException(spec.commandLine(), "--for is 0; it must be longer");
        }
        var asked = askedFor(words.scopes());
        try (var session = operator.open(NOTHING)) {
            var reasons = held == null ? asked : heldIn(session);
            if (reasons.containsKey(PanicCommand.EVERYBODY) && !question.isConfirmed(operator.address(), NOTHING)) {
                return ExitCode.FAILED;
            }
            for (var halt : reasons.entrySet()) {
                var written = session.halt(halt.getKey(), halt.getValue(), Optional.ofNullable(time));
                told.done(written, HaltWords.halted(written, session.log()), spec.commandLine());
            }
            told.finish(undo(reasons), spec.commandLine());
        }
        warnOfSlips(asked.keySet());
        return ExitCode.OK;
    }

    /** After all is written: a halt waits for no look-up. */
    private void warnOfSlips(Set<Scope> asked) throws IOException, InterruptedException {
        if (asked.stream().anyMatch(scope -> scope.kind() != ScopeKind.GLOBAL)) {
            var next = new NextCommands(operator.reason(), Optional.ofNullable(time), operator.again());
            new UnseenScopes(SeenSessions.everSeen(operator.address()), next)
                    .warnings(asked)
                    .forEach(spec.commandLine().getErr()::println);
        }
    }

    private Map<Scope, String> askedFor(List<Scope> scopes) {
        Map<Scope, String> reasons = new LinkedHashMap<>();
        scopes.forEach(scope -> reasons.put(scope, operator.reason()));
        return reasons;
    }

    private Map<Scope, String> heldIn(OperatorSession session) throws Exception {
        operator.address().require(NOTHING, Topic.SIGNALS);
        var messages = HeldHalts.of(held, operator.address(), operator.patience());
        if (messages.isEmpty()) {
            throw new Refusal(
                    List.of("no signal on " + Topic.SIGNALS.topicName() + " was held back for incident '" + held + "'"),
                    NOTHING,
                    ExitCode.FAILED);
        }
        long now = WallClock.SYSTEM.millis();
        Map<Scope, String> reasons = new LinkedHashMap<>();
        messages.forEach((scope, message) -> {
            // A pause that stands is no reason to leave out the halt that was held.
            if (session.log()
                    .standing(scope)
                    .inForce(now)
                    .filter(halt -> halt.expiresAt() == null)
                    .isEmpty()) {
                reasons.put(scope, operator.reason() + " (" + message + ")");
            }
        });
        if (reasons.isEmpty()) {
            spec.commandLine().getErr().println("all of incident " + held + " are halted already");
        }
        return reasons;
    }

    private String undo(Map<Scope, String> reasons) {
        return "ripcord release "
                + reasons.keySet().stream().map(Scope::key).map(ShellWord::of).collect(Collectors.joining(" "))
                + " --reason TEXT" + operator.again();
    }
}
