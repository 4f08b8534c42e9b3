package dev.ripcord.deploy.command;

import dev.ripcord.console.replay.judge.PatternsInTime;
import dev.ripcord.console.replay.kafka.HotRecords;
import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.patterns.PatternCheck;
import dev.ripcord.deploy.patterns.ShippedLibrary;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.deploy.replay.FoldedTimeline;
import dev.ripcord.deploy.replay.Ink;
import dev.ripcord.deploy.replay.ReplayRun;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Problem;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ripcord replay}: what happened in a session, step by step, and why it was stopped. */
@Command(
        name = "replay",
        description = "Shows what happened in a session, step by step: what the agent saw, what changed, what it cost,"
                + " which signals it gave and why, and what it came to.",
        footer = {
            "",
            "From a file, whose patterns nobody knows, the session is judged by the shipped ones, as if they had always"
                    + " been enforced; elsewhere by those that were in force at each event, and the releases that"
                    + " counted.",
            "Example: ripcord replay invoice-9 --from hot+archive:/var/lib/ripcord/archive --why identical-call"
        })
public final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private TrustedKeysOption trust;

    @Parameters(paramLabel = "SESSION", description = "The session's id.")
    private String session;

    @Option(
            names = "--tenant",
            paramLabel = "TENANT",
            defaultValue = SessionKey.DEFAULT_TENANT,
            description = "Whose session it is (default: ${DEFAULT-VALUE}).")
    private String tenant;

    @Option(
            names = "--from",
            paramLabel = "FILE|hot|archive:DIR",
            defaultValue = ReplaySources.HOT,
            description = "JSON Lines, plain or gzipped, - for standard input; hot for Kafka; or an archive. Given"
                    + " twice, or as hot+archive:DIR, both are read as one log (default: ${DEFAULT-VALUE}).")
    private List<String> from;

    @Option(
            names = "--patterns",
            paramLabel = "PATH",
            description = "Judge by these patterns, as if they had always been enforced.")
    private Path patterns;

    @ArgGroup
    private Form form = new Form();

    @Option(names = "--all", description = "Show every event; the rounds of a loop are folded otherwise.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON object a line for each event, in order; with --at, one.")
    private boolean json;

    /** What is shown instead of the timeline. */
    static final class Form {
        @Option(names = "--at", paramLabel = "STEP", description = "Show how the session stood at that step.")
        private Long at;

        @Option(
                names = "--why",
                paramLabel = "SIGNAL",
                converter = PatternIdText.class,
                description =
                        "Show what a signal rests on: the beginning of its id, or its pattern (ID, or pattern/ID).")
        private String why;

        @Option(names = "--follow", description = "Go on with the events that come to Kafka, until Ctrl-C.")
        private boolean follow;

        @Option(
                names = "--html",
                paramLabel = "FILE",
                description = "Write the timeline as one HTML file that opens anywhere.")
        private Path html;
    }

    @Option(
            names = "--every-partition",
            description = "Look for the session in all partitions of Kafka's events: for producers that do not key by"
                    + " session.")
    private boolean everyPartition;

    @Override
    public Integer call() throws Exception {
        var keys = trust.read(ReplayRun.NOTHING);
        var sources = new ReplaySources(from, everyPartition, ReplayRun.NOTHING);
        if (form.why != null && from.contains(LineFile.STANDARD_INPUT)) {
            throw new Refusal(
                    List.of("--why reads the session twice, and standard input can be read once; give a file"),
                    ReplayRun.NOTHING,
                    ExitCode.INVALID);
        }
        if (json && (form.why != null || form.html != null)) {
            throw new Refusal(
                    List.of("--json goes with the timeline, --at and --follow; --why and --html have no JSON"),
                    ReplayRun.NOTHING,
                    ExitCode.INVALID);
        }
        try (var source = sources.open(kafka)) {
            var reader = keys.map(HaltReader::trusting).orElseGet(HaltReader::trustingTheTopic);
            var run =
                    new ReplayRun(source, new SessionKey(tenant, session), given(sources), reader, out(), this::remark);
            run(run, sources);
        }
        return ExitCode.OK;
    }

    private void run(ReplayRun run, ReplaySources sources) throws IOException, InterruptedException {
        boolean colours = Ink.isWanted();
        if (form.at != null) {
            run.at(form.at, colours, json);
        } else if (form.why != null) {
            run.why(form.why);
        } else if (form.html != null) {
            run.html(form.html);
        } else if (form.follow) {
            var hot = sources.hot()
                    .orElseThrow(() -> new Refusal(
                            List.of("--follow goes on with what Kafka gets; give --from hot, or hot+archive:DIR"),
                            ReplayRun.NOTHING,
                            ExitCode.INVALID));
            follow(run, hot, colours);
        } else if (json) {
            run.json();
        } else {
            run.report(new FoldedTimeline(colours, all, out()::println));
        }
        out().flush();
    }

    private void follow(ReplayRun run, HotRecords hot, boolean colours) throws IOException, InterruptedException {
        if (json) {
            run.followJson(hot);
        } else {
            run.follow(hot, new FoldedTimeline(colours, true, out()::println));
        }
    }

    private void remark(String text) {
        spec.commandLine().getErr().println(Printable.line(text));
    }

    private Optional<PatternsInTime> given(ReplaySources sources) {
        if (patterns == null && !sources.isFile()) {
            return Optional.empty();
        }
        var check = PatternCheck.of(List.of(patterns == null ? ShippedLibrary.directory() : patterns));
        if (!check.isRight()) {
            throw new Refusal(
                    check.problems().stream().map(Problem::render).toList(), ReplayRun.NOTHING, ExitCode.INVALID);
        }
        return Optional.of(enforced(check.documents()));
    }

    private static PatternsInTime enforced(List<Document> documents) {
        try {
            return PatternsInTime.enforced(documents);
        } catch (IllegalArgumentException cannotRun) {
            throw new Refusal(cannotRun.getMessage().lines().toList(), ReplayRun.NOTHING, ExitCode.INVALID);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
