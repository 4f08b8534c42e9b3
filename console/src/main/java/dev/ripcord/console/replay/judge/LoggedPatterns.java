package dev.ripcord.console.replay.judge;

import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.RecordCursor;
import dev.ripcord.detection.ActivePatterns;
import dev.ripcord.detection.PatternBook;
import dev.ripcord.detection.PatternRecord;
import dev.ripcord.pattern.Definition;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The definitions that were in force, as {@code ripcord.patterns} tells it.
 *
 * <p>Definitions are immutable and known from the start: their topic is compacted, and one that was published again may
 * stand behind the activation that it was needed for. Activations come in their time, so that a book that remembers only
 * the latest of an id has the one that counted.
 */
public final class LoggedPatterns implements PatternsInTime {
    private final PatternBook book = PatternBook.ofAllTime();
    private final Deque<LogRecord> activations = new ArrayDeque<>();
    private final int known;
    private long applied;

    private LoggedPatterns(List<LogRecord> records) {
        records.stream().filter(LoggedPatterns::defines).forEach(this::apply);
        records.stream().filter(LoggedPatterns::activates).forEach(activations::add);
        known = records.size();
    }

    /** @param records of {@code ripcord.patterns}, in their order; read to the end */
    public static LoggedPatterns read(RecordCursor records) throws IOException, InterruptedException {
        List<LogRecord> all = new ArrayList<>();
        for (LogRecord record = records.next(); record != null; record = records.next()) {
            all.add(record);
        }
        return new LoggedPatterns(all);
    }

    /** That a definition was taken back changes nothing of what it was: it was in force nowhere any more. */
    private static boolean defines(LogRecord record) {
        return record.key() != null && record.key().indexOf('@') >= 0 && record.value() != null;
    }

    private static boolean activates(LogRecord record) {
        return record.key() != null && record.key().indexOf('@') < 0;
    }

    public boolean isEmpty() {
        return known == 0;
    }

    @Override
    public ActivePatterns at(String tenant, long kafkaTime) {
        while (!activations.isEmpty() && activations.peek().kafkaTime() <= kafkaTime) {
            apply(activations.poll());
        }
        return book.at(tenant, kafkaTime);
    }

    /** Offsets are only counted: a book passes over what it has had. */
    private void apply(LogRecord record) {
        book.apply(new PatternRecord(record.key(), record.value(), record.kafkaTime(), applied++));
    }

    @Override
    public Optional<Definition> definition(String key) {
        return book.definition(key);
    }
}
