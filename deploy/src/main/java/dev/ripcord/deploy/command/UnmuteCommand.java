package dev.ripcord.deploy.command;

import dev.ripcord.console.operate.Written;
import dev.ripcord.deploy.halts.HaltLog;
import dev.ripcord.deploy.halts.MuteTarget;
import dev.ripcord.deploy.halts.OtherMutes;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.deploy.print.ShellWord;
import dev.ripcord.time.WallClock;
import java.time.Duration;
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
        try (var session = operator.open("nothing was unmuted")) {
            long now = WallClock.SYSTEM.millis();
            var muted = session.log().mute(target.key()).filter(mute -> mute.until() > now);
            var written = muted.isPresent()
                    ? session.mute(target, Duration.ZERO, operator.reason())
                    : new Written(session.log().mute(target.key()).orElse(null), false);
            var words = muted.isPresent() ? "unmuted " + target.text() : notMuted(session.log(), now);
            told.done(written, Printable.line(words), spec.commandLine());
        }
        told.finish(
                "ripcord mute " + ShellWord.of(target.text()) + " --for DURATION --reason TEXT" + operator.again(),
                spec.commandLine());
        return ExitCode.OK;
    }

    private String notMuted(HaltLog log, long now) {
        return target.text() + " is not muted" + OtherMutes.hint(target, log, now);
    }
}
