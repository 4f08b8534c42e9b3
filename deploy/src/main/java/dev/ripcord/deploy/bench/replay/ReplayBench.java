package dev.ripcord.deploy.bench.replay;

import dev.ripcord.console.archive.ArchivedRecords;
import dev.ripcord.console.replay.SessionReplay;
import dev.ripcord.console.replay.judge.PatternsInTime;
import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.pattern.Definition;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Measures how long one session takes to be read, and to be replayed, out of a large archive. */
final class ReplayBench {
    private static final int DAYS = 10;
    private static final int REPETITIONS = 7;
    private static final long NANOS_OF_A_MILLI = 1_000_000L;

    private ReplayBench() {}

    /**
     * What was measured; milliseconds, each of another session, the archive opened anew each time.
     *
     * @param events of the archive
     * @param bytes that it takes
     * @param files that it has
     * @param reading of the 1,000 records of one session, the first from files just written
     * @param replaying of the same: read, judged by the shipped patterns and put together
     */
    record Result(long events, long bytes, long files, List<Long> reading, List<Long> replaying) {
        String line() {
            return String.format(
                    Locale.ROOT,
                    "%d events of one session out of %,d (%,d MB in %d files): read in %d ms, replayed in %d ms (medians"
                            + " of %s and %s)",
                    GeneratedArchive.EVENTS_OF_A_SESSION,
                    events,
                    bytes / 1_000_000,
                    files,
                    median(reading),
                    median(replaying),
                    reading,
                    replaying);
        }

        static long median(List<Long> times) {
            return times.stream().sorted().toList().get(times.size() / 2);
        }
    }

    /** @param told what goes on */
    static Result run(Path root, int sessions, List<Definition> definitions, Consumer<String> told)
            throws IOException, SQLException, InterruptedException {
        told.accept("writing " + sessions + " sessions to " + root);
        new GeneratedArchive(root, DAYS).write(sessions);
        List<Long> reading = new ArrayList<>();
        List<Long> replaying = new ArrayList<>();
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            reading.add(read(root, number(sessions, 2 * repetition)));
            replaying.add(replay(root, number(sessions, 2 * repetition + 1), definitions));
        }
        long events = (long) sessions * GeneratedArchive.EVENTS_OF_A_SESSION;
        return new Result(events, bytes(root), files(root).size(), reading, replaying);
    }

    /** Spread over days and buckets. */
    private static int number(int sessions, int of) {
        return (int) (((long) of * 2 + 1) * sessions / (4L * REPETITIONS));
    }

    private static long read(Path root, int number) throws IOException, InterruptedException {
        long begun = WallClock.nanoTime();
        int found = 0;
        try (ArchivedRecords archive = new ArchivedRecords(root);
                var records = archive.open(Topic.EVENTS, GeneratedArchive.session(number))) {
            for (LogRecord record = records.next(); record != null; record = records.next()) {
                found++;
            }
        }
        return milliseconds(begun, found);
    }

    private static long replay(Path root, int number, List<Definition> definitions)
            throws IOException, InterruptedException {
        long begun = WallClock.nanoTime();
        try (ArchivedRecords archive = new ArchivedRecords(root)) {
            SessionReplay replay = SessionReplay.of(
                    archive,
                    GeneratedArchive.session(number),
                    Optional.of(PatternsInTime.enforced(definitions)),
                    HaltReader.trustingTheTopic());
            replay.forEach(entry -> true);
            return milliseconds(begun, (int) replay.report().events());
        }
    }

    /** A fast reader that finds nothing would be no good. */
    private static long milliseconds(long begun, int found) {
        long milliseconds = (WallClock.nanoTime() - begun) / NANOS_OF_A_MILLI;
        if (found != GeneratedArchive.EVENTS_OF_A_SESSION) {
            throw new IllegalStateException(
                    found + " events of a session were found, and it has " + GeneratedArchive.EVENTS_OF_A_SESSION);
        }
        return milliseconds;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static long bytes(Path root) throws IOException {
        long bytes = 0;
        for (Path file : files(root)) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
