package dev.ripcord.deploy.command;

import dev.ripcord.console.operate.Written;
import dev.ripcord.deploy.halts.HaltLog;
import dev.ripcord.deploy.halts.HaltWords;
import dev.ripcord.deploy.halts.MuteTarget;
import dev.ripcord.deploy.halts.OtherMutes;
import dev.ripcord.deploy.halts.SeenSessions;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.patterns.PatternLog;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.deploy.print.ShellWord;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.time.WallClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ripcord unmute}: takes a mute back before its time. */
@Command(
        name = "unmute",
        description = "Takes a mute back before its time is over.",
        footer = {"", "Example: ripcord unmute pattern/cost-spike --reason 'the batch is done'"})
public final class UnmuteCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing was unmuted";

    @Spec
    private CommandSpec spec;

    @Mixin
    private OperatorOptions operator;

    @Mixin
    private Told told;

    @Parameters(
            paramLabel = "SCOPE|pattern/ID",
            converter = MuteTargetText.class,
            description = "What was muted: a scope, or a pattern by its id.")
    private MuteTarget target;

    @Override
    public Integer call() throws Exception {
        try (var session = operator.open(NOTHING)) {
            long now = WallClock.SYSTEM.millis();
            var mute = session.log().mute(target.key());
            if (mute.isEmpty()) {
                requireKnown(session.log(), now);
            }
            boolean isMuted = mute.filter(one -> one.until() > now).isPresent();
            var written = isMuted
                    ? session.mute(target, Duration.ZERO, operator.reason())
                    : new Written(mute.orElse(null), false);
            var words = isMuted ? "unmuted " + target.text() : HaltWords.notMuted(target, mute, session.log());
            told.done(written, Printable.line(words), spec.commandLine());
        }
        told.finish(
                "ripcord mute " + ShellWord.of(target.text()) + " --for DURATION --reason TEXT" + operator.again(),
                spec.commandLine());
        return ExitCode.OK;
    }

    /** What there is and was never muted stands as it was asked for; anything else is a slip. */
    private void requireKnown(HaltLog log, long now) throws IOException, InterruptedException {
        if (!isKnown()) {
            var reason = Printable.line(target.text() + " is not muted and never was, as far as is known"
                    + OtherMutes.hint(target, log, now));
            throw new Refusal(List.of(reason), NOTHING, ExitCode.FAILED);
        }
    }

    private boolean isKnown() throws IOException, InterruptedException {
        if (target.scope() == null) {
            return PatternLog.readIfPossible(
                            operator.address(), NOTHING, spec.commandLine().getErr()::println)
                    .filter(published -> published.hasPattern(target.pattern()))
                    .isPresent();
        }
        return target.scope().kind() == ScopeKind.GLOBAL
                || SeenSessions.everSeen(operator.address()).scopes().contains(target.scope());
    }
}
