package dev.ripcord.deploy.replay;

import dev.ripcord.console.replay.SessionReplay;
import dev.ripcord.console.replay.judge.PatternsInTime;
import dev.ripcord.console.replay.kafka.HotRecords;
import dev.ripcord.console.replay.source.RecordSource;
import dev.ripcord.console.replay.timeline.Entry;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.source.Suggestion;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Replays a session and prints what was asked for. */
public final class ReplayRun {
    public static final String NOTHING = "nothing was replayed";

    private final RecordSource source;
    private final SessionKey session;
    private final Optional<PatternsInTime> given;
    private final HaltReader reader;
    private final PrintWriter out;
    private final Consumer<String> remarks;

    /** @param remarks is told what could not be read or judged */
    public ReplayRun(
            RecordSource source,
            SessionKey session,
            Optional<PatternsInTime> given,
            HaltReader reader,
            PrintWriter out,
            Consumer<String> remarks) {
        this.source = source;
        this.session = session;
        this.given = given;
        this.reader = reader;
        this.out = out;
        this.remarks = remarks;
    }

    private SessionReplay replay() throws IOException, InterruptedException {
        return SessionReplay.of(source, session, given, reader);
    }

    /** One JSON object a line. */
    public void json() throws IOException, InterruptedException {
        var replay = replay();
        replay.forEach(this::json);
        remark(known(replay));
    }

    public boolean json(Entry entry) {
        out.println(SafeJson.line(entry));
        return !out.checkError();
    }

    /** The timeline, and what the session came to. */
    public void report(FoldedTimeline timeline) throws IOException, InterruptedException {
        var replay = replay();
        replay.forEach(shown(timeline));
        timeline.flush();
        var report = known(replay).report();
        timeline.after(report.control());
        out.println();
        ReportLines.of(report).forEach(out::println);
        remark(replay);
    }

    public SessionReplay.EntryReceiver shown(FoldedTimeline timeline) {
        return entry -> {
            timeline.add(entry);
            return !out.checkError();
        };
    }

    /** What is there, then what comes, a word from outside at once. A session need not have begun yet. */
    public void follow(HotRecords hot, FoldedTimeline timeline) throws IOException, InterruptedException {
        var replay = replay();
        follow(hot, replay, shown(timeline), () -> {
            timeline.after(replay.saidSince());
            return !out.checkError();
        });
    }

    /** The same as JSON; words from outside come with the next event. */
    public void followJson(HotRecords hot) throws IOException, InterruptedException {
        follow(hot, replay(), this::json, () -> !out.checkError());
    }

    private void follow(
            HotRecords hot, SessionReplay replay, SessionReplay.EntryReceiver receiver, BooleanSupplier quiet)
            throws IOException, InterruptedException {
        replay.forEach(receiver);
        remark(replay);
        out.flush();
        try (var coming = hot.follow(session)) {
            replay.follow(coming, receiver, quiet);
        }
    }

    /** @param file is replaced where it exists */
    public void html(Path file) throws IOException, InterruptedException {
        var replay = replay();
        try (var page = HtmlPage.create(file, session)) {
            replay.forEach(entry -> {
                page.add(entry);
                return true;
            });
            page.end(known(replay).report());
        }
        remark(replay);
    }

    private void remark(SessionReplay replay) {
        replay.remarks().forEach(remarks);
    }

    /** How the session stood at a step. */
    public void at(long step, boolean colours, boolean json) throws IOException, InterruptedException {
        var replay = replay();
        var found = new Entry[1];
        replay.forEach(entry -> {
            found[0] = entry.step() == step ? entry : null;
            return found[0] == null;
        });
        remark(known(replay));
        if (found[0] == null) {
            throw new Refusal(
                    List.of("session '" + session.session() + "' has no step " + step + "; its last is "
                            + replay.events()),
                    "nothing was shown",
                    ExitCode.FAILED);
        }
        var view = new StepView(found[0], replay.state());
        if (json) {
            out.println(SafeJson.line(view));
        } else {
            view.lines(colours).forEach(out::println);
        }
    }

    /** @param signal beginning of its id, or its pattern */
    public void why(String signal) throws IOException, InterruptedException {
        var explanation = new Explanation(signal);
        var first = replay();
        first.forEach(explanation::search);
        remark(known(first));
        if (!explanation.isFound()) {
            var given = first.report().signals().stream()
                    .map(line -> line.pattern().id())
                    .distinct()
                    .toList();
            throw new Refusal(
                    List.of("session '" + session.session() + "' gave no signal '" + signal + "'"
                            + (given.isEmpty() ? "; it gave none" : Suggestion.hint(signal, given, "it gave"))),
                    "nothing was shown",
                    ExitCode.FAILED);
        }
        var second = replay();
        second.forEach(explanation::collect);
        explanation.lines(second.report(), second.texts()).forEach(out::println);
    }

    private SessionReplay known(SessionReplay replay) throws IOException, InterruptedException {
        if (replay.events() > 0) {
            return replay;
        }
        var near = Suggestion.nearest(session.session(), source.sessions(session.tenant()))
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
        throw new Refusal(
                Stream.concat(
                                Stream.of("there is no event of session '" + session.session() + "' of tenant '"
                                        + session.tenant() + "' there" + near),
                                replay.remarks().stream())
                        .map(Printable::line)
                        .toList(),
                NOTHING,
                ExitCode.FAILED);
    }
}
