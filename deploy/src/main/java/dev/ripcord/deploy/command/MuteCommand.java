package dev.ripcord.deploy.command;

import dev.ripcord.deploy.halts.HaltWords;
import dev.ripcord.deploy.halts.MuteTarget;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.patterns.PatternLog;
import dev.ripcord.deploy.print.ShellWord;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ripcord mute}: "this is fine, I am watching". */
@Command(
        name = "mute",
        description = "For some time the guard halts nobody for a pattern, or nobody in a scope. Signals go on; who is"
                + " halted stays halted.",
        footer = {"", "Example: ripcord mute pattern/cost-spike --for 2h --reason 'the yearly batch runs'"})
public final class MuteCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing was muted";

    @Spec
    private CommandSpec spec;

    @Mixin
    private OperatorOptions operator;

    @Mixin
    private Told told;

    @Parameters(
            paramLabel = "SCOPE|pattern/ID",
            converter = MuteTargetText.class,
            description = "What not to halt: a scope as for ripcord halt, or a pattern by its id.")
    private MuteTarget target;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            required = true,
            converter = DurationText.class,
            description = "How long, from now.")
    private Duration time;

    @Option(names = "--unpublished", description = "Also a pattern of which nothing is published, ahead of its time.")
    private boolean unpublished;

    @Override
    public Integer call() throws Exception {
        if (time.isZero()) {
            throw new ParameterException(spec.commandLine(), "--for is 0; to take a mute back: ripcord unmute");
        }
        requireMeant();
        try (var session = operator.open(NOTHING)) {
            var written = session.mute(target, time, operator.reason());
            told.done(written, HaltWords.muted(target, (Mute) written.record()), spec.commandLine());
        }
        told.finish(
                "ripcord unmute " + ShellWord.of(target.text()) + " --reason TEXT" + operator.again(),
                spec.commandLine());
        return ExitCode.OK;
    }

    /** A slip would mute nothing, and nobody would know. What is no pattern's name is muted without a look. */
    private void requireMeant() throws IOException, InterruptedException {
        var pattern = target.pattern();
        if (pattern != null && !unpublished) {
            operator.address().require(NOTHING, Topic.PATTERNS);
            var log = PatternLog.read(operator.address());
            log.requireNoTools(pattern, NOTHING);
            log.requirePublished(pattern, NOTHING + "; --unpublished mutes it all the same");
        } else if (pattern != null) {
            published().ifPresent(log -> log.requireNoTools(pattern, NOTHING));
        } else if (isSessionAsAWord()) {
            published().ifPresent(this::refuseTheNameOfAPattern);
        }
    }

    private Optional<PatternLog> published() throws IOException, InterruptedException {
        return PatternLog.readIfPossible(
                operator.address(), NOTHING, spec.commandLine().getErr()::println);
    }

    /** {@code global} is a word as well, and no session. */
    private boolean isSessionAsAWord() {
        return target.scope().kind() == ScopeKind.SESSION
                && !spec.positionalParameters()
                        .get(0)
                        .originalStringValues()
                        .get(0)
                        .contains("/");
    }

    private void refuseTheNameOfAPattern(PatternLog log) {
        var session = target.scope().id();
        if (log.hasPattern(session)) {
            var reason = "'" + session + "' is a session here, and a published pattern has that name; to mute the"
                    + " pattern, say pattern/" + session + "; to mute the session, say " + target.text();
            throw new Refusal(List.of(reason), NOTHING, ExitCode.INVALID);
        }
    }
}
