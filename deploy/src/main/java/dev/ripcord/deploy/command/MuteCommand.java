package dev.ripcord.deploy.command;

import dev.ripcord.deploy.halts.HaltWords;
import dev.ripcord.deploy.halts.MuteTarget;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.PatternLog;
import dev.ripcord.deploy.print.ShellWord;
import dev.ripcord.halt.Mute;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.time.Duration;
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
        if (target.pattern() != null && !unpublished) {
            requirePublished(target.pattern());
        }
        try (var session = operator.open(NOTHING)) {
            var written = session.mute(target, time, operator.reason());
            told.done(written, HaltWords.muted(target, (Mute) written.record()), spec.commandLine());
        }
        told.finish(
                "ripcord unmute " + ShellWord.of(target.text()) + " --reason TEXT" + operator.again(),
                spec.commandLine());
        return ExitCode.OK;
    }

    /** A slip in the id would mute nothing, and nobody would know. */
    private void requirePublished(String pattern) throws IOException, InterruptedException {
        var address = operator.address();
        address.require(NOTHING, Topic.PATTERNS);
        PatternLog.read(address).requirePublished(pattern, NOTHING + "; --unpublished mutes it all the same");
    }
}
