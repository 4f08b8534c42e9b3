package dev.ripcord.deploy.command;

import dev.ripcord.console.operate.Written;
import dev.ripcord.deploy.halts.HaltWords;
import dev.ripcord.deploy.halts.IncidentHalts;
import dev.ripcord.deploy.halts.OperatorSession;
import dev.ripcord.deploy.halts.OtherHalts;
import dev.ripcord.deploy.halts.SeenSessions;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.deploy.print.ShellWord;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.time.WallClock;
import java.io.IOException;
import java.util.ArrayList;
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
            long now = WallClock.SYSTEM.millis();
            var chosen = incident == null ? scopes : IncidentHalts.of(incident, session.log(), now, NOTHING);
            var released = released(chosen, session);
            var unknown = tellKnown(chosen.stream()
                    .filter(scope -> !isHaltedOnce(scope, session))
                    .toList());
            chosen.forEach(scope -> tellWider(scope, session));
            told.finish(undo(released), spec.commandLine());
            requireNone(unknown, session, released.isEmpty() ? NOTHING : "the others were released");
        }
        return ExitCode.OK;
    }

    /** @return those that were halted until now */
    private List<Scope> released(List<Scope> chosen, OperatorSession session) throws Exception {
        List<Scope> released = new ArrayList<>();
        for (var scope : chosen) {
            if (isHaltedOnce(scope, session)) {
                var written = session.release(scope, operator.reason());
                var words = HaltWords.released(scope, written, session.log(), WallClock.SYSTEM.millis());
                told.done(written, words, spec.commandLine());
                if (written.changed()) {
                    released.add(scope);
                }
            }
        }
        return released;
    }

    private static boolean isHaltedOnce(Scope scope, OperatorSession session) {
        return scope.kind() == ScopeKind.GLOBAL || session.log().knows(scope);
    }

    /**
     * Whoever was never halted and was seen stands as it was asked for. The others are slips, as far as anybody knows.
     *
     * @return those others
     */
    private List<Scope> tellKnown(List<Scope> neverHalted) throws IOException, InterruptedException {
        if (neverHalted.isEmpty()) {
            return neverHalted;
        }
        var seen = SeenSessions.everSeen(operator.address()).scopes();
        for (var scope : neverHalted) {
            if (seen.contains(scope)) {
                told.done(new Written(null, false), Printable.line(scope.key() + " is not halted"), spec.commandLine());
            }
        }
        return neverHalted.stream().filter(scope -> !seen.contains(scope)).toList();
    }

    private void tellWider(Scope scope, OperatorSession session) {
        OtherHalts.around(scope, session.log(), WallClock.SYSTEM.millis())
                .forEach(wider -> spec.commandLine().getErr().println(HaltWords.stillHalted(wider, session.log())));
    }

    private static void requireNone(List<Scope> unknown, OperatorSession session, String consequence) {
        if (!unknown.isEmpty()) {
            long now = WallClock.SYSTEM.millis();
            var reasons = unknown.stream()
                    .map(scope -> scope.key() + " is not halted and never was, as far as is known"
                            + OtherHalts.hint(scope, session.log(), now))
                    .map(Printable::line)
                    .toList();
            throw new Refusal(reasons, consequence, ExitCode.FAILED);
        }
    }

    private String undo(List<Scope> released) {
        return "ripcord halt "
                + released.stream().map(Scope::key).map(ShellWord::of).collect(Collectors.joining(" "))
                + " --reason TEXT" + operator.again();
    }
}
