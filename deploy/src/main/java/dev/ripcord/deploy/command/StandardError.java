package dev.ripcord.deploy.command;

import dev.ripcord.deploy.history.History;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.print.Count;
import dev.ripcord.deploy.print.Progress;
import dev.ripcord.pattern.Problem;
import dev.ripcord.time.WallClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import picocli.CommandLine.Model.CommandSpec;

/** What a command that works through history says beside its result: problems, how far it has got, how long it took. */
final class StandardError {
    /** The clock is asked once in so many records: asking it for each would be felt. */
    private static final int SELDOM = 4096;

    private final CommandSpec spec;

    StandardError(CommandSpec spec) {
        this.spec = spec;
    }

    void say(String line) {
        spec.commandLine().getErr().println(line);
    }

    /** @return the exit code */
    int refuse(List<Problem> problems, String consequence) {
        problems.stream().map(Problem::render).forEach(this::say);
        say(Count.of(problems.size(), "error") + "; " + consequence);
        return ExitCode.INVALID;
    }

    /** Works through history, and shows how far it has got. */
    interface Work {
        /** @return records read */
        long over(LongConsumer progress) throws IOException, InterruptedException;
    }

    void timed(History history, Work work) throws IOException, InterruptedException {
        long begun = WallClock.nanoTime();
        var progress = new Progress(spec.commandLine().getErr(), Progress.isTerminal(), begun);
        long records;
        try {
            records = work.over(count -> show(count, history, progress));
        } finally {
            progress.end();
        }
        double seconds = (WallClock.nanoTime() - begun) / 1e9;
        say(String.format(
                Locale.ROOT, "%,d records judged in %.1f s: %,.0f a second", records, seconds, records / seconds));
    }

    private static void show(long count, History history, Progress progress) {
        if (count % SELDOM == 0) {
            long now = WallClock.nanoTime();
            if (progress.isDue(now)) {
                try {
                    progress.at(now, count, history.share());
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            }
        }
    }
}
