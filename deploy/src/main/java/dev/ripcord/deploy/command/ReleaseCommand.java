package dev.ripcord.deploy.command;

import dev.ripcord.deploy.halts.HaltWords;
import dev.ripcord.deploy.halts.OperatorSession;
import dev.ripcord.deploy.halts.OtherHalts;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.print.ShellWord;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import dev.ripcord.time.WallClock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ripcord release}: a person lets somebody go on. */
@Command(
        name = "release",
        description = "Ends halts, the guard's and people's; what the scopes did until now is forgiven, and new"
                + " evidence halts them again.",
        footer = {"", "Example: ripcord release session/acme/invoice-9 --reason 'reviewed with the customer'"})
public final class ReleaseCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing was released";

    @Spec
    private CommandSpec spec;

    @Mixin
    private OperatorOptions operator;

    @Mixin
    private Told told;

    @Mixin
    private ScopeWords words;

    @Option(
            names = "--incident",
            paramLabel = "ID",
            description = "Instead of scopes: all that are halted for the incident, its id as short as it is unique.")
    private String incident;

    @Override
    public Integer call() throws Exception {
        if (words.isEmpty() == (incident == null)) {
            throw new ParameterException(spec.commandLine(), "say whom to release: SCOPE, or --incident ID");
        }
        var scopes = words.scopes();
        try (var session = operator.open(NOTHING)) {
            var chosen = incident == null ? scopes : ofIncident(session);
            for (var scope : chosen) {
                release(scope, session);
            }
            told.finish(undo(chosen), spec.commandLine());
        }
        return ExitCode.OK;
    }

    private void release(Scope scope, OperatorSession session) throws Exception {
        long now = WallClock.SYSTEM.millis();
        var hint = OtherHalts.hint(scope, session.log(), now);
        var written = session.release(scope, operator.reason());
        var words = HaltWords.released(scope, written);
        told.done(written, written.changed() ? words : words + hint, spec.commandLine());
        OtherHalts.around(scope, session.log(), now)
                .forEach(wider -> spec.commandLine().getErr().println(HaltWords.stillHalted(wider, session.log())));
    }

    private List<Scope> ofIncident(OperatorSession session) {
        var halts = session.log().inForce(WallClock.SYSTEM.millis()).stream()
                .filter(halt -> halt.incident() != null && halt.incident().startsWith(incident))
                .toList();
        var incidents = halts.stream().map(Halt::incident).collect(Collectors.toSet());
        if (incidents.size() != 1) {
            var reason = incidents.isEmpty()
                    ? "nobody is halted for incident '" + incident + "'; see ripcord halts"
                    : "'" + incident + "' begins the ids of " + incidents.size() + " incidents; give more of it";
            throw new Refusal(List.of(reason), NOTHING, incidents.isEmpty() ? ExitCode.FAILED : ExitCode.INVALID);
        }
        return halts.stream().map(Halt::scope).toList();
    }

    private String undo(List<Scope> released) {
        return "ripcord halt "
                + released.stream().map(Scope::key).map(ShellWord::of).collect(Collectors.joining(" "))
                + " --reason TEXT" + operator.again();
    }
}
