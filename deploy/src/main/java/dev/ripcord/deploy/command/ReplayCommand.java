package dev.ripcord.deploy.command;

import dev.ripcord.console.replay.SessionReplay;
import dev.ripcord.console.replay.judge.PatternsInTime;
import dev.ripcord.console.replay.source.RecordSource;
import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.patterns.PatternCheck;
import dev.ripcord.deploy.patterns.ShippedLibrary;
import dev.ripcord.deploy.replay.FileRecords;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.json.Json;
import dev.ripcord.source.Suggestion;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ripcord replay}: what happened in a session, step by step, and why it was stopped. */
@Command(
        name = "replay",
        description = "Shows what happened in a session, step by step: what the agent saw, what changed, what it cost,"
                + " which signals it gave and why.",
        footer = {"", "Example: ripcord replay invoice-9 --from events.jsonl --json"})
public final class ReplayCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing was replayed";

    @Spec
    private CommandSpec spec;

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
            paramLabel = "FILE",
            required = true,
            description = "JSON Lines, plain or gzipped, - for standard input.")
    private String from;

    @Option(
            names = "--patterns",
            paramLabel = "PATH",
            description = "Judge by these patterns, as if they had always been enforced; a file of events is judged by"
                    + " the shipped ones otherwise.")
    private Path patterns;

    @Option(names = "--json", description = "Print one JSON object a line for each event, in order.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var key = new SessionKey(tenant, session);
        try (var source = new FileRecords(LineFile.existing(from, NOTHING))) {
            var replay = SessionReplay.of(source, key, given(), HaltReader.trustingTheTopic());
            replay.forEach(entry -> {
                spec.commandLine().getOut().println(Json.text(entry));
                return !spec.commandLine().getOut().checkError();
            });
            source.remarks().forEach(spec.commandLine().getErr()::println);
            if (replay.events() == 0) {
                throw unknown(source);
            }
        }
        return ExitCode.OK;
    }

    private Optional<PatternsInTime> given() {
        var check = PatternCheck.of(List.of(patterns == null ? ShippedLibrary.directory() : patterns));
        if (!check.isRight()) {
            throw new Refusal(
                    check.problems().stream().map(problem -> problem.render()).toList(), NOTHING, ExitCode.INVALID);
        }
        return Optional.of(PatternsInTime.enforced(check.definitions()));
    }

    private Refusal unknown(RecordSource source) throws IOException, InterruptedException {
        var near = Suggestion.nearest(session, source.sessions(tenant))
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
        return new Refusal(
                List.of("there is no event of session '" + session + "' of tenant '" + tenant + "' in " + from + near),
                NOTHING,
                ExitCode.FAILED);
    }
}
