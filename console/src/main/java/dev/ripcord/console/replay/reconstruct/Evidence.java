package dev.ripcord.console.replay.reconstruct;

import dev.ripcord.console.replay.judge.ClauseTexts;
import dev.ripcord.console.replay.judge.HaltWords;
import dev.ripcord.console.replay.judge.Judge;
import dev.ripcord.console.replay.judge.LoggedPatterns;
import dev.ripcord.console.replay.judge.PatternsInTime;
import dev.ripcord.console.replay.judge.RecordedSignals;
import dev.ripcord.console.replay.source.RecordCursor;
import dev.ripcord.console.replay.source.RecordSource;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a session besides its events.
 *
 * @param judge has judged nothing yet
 * @param texts of the definitions
 * @param recorded signals
 * @param halts every word of {@code ripcord.halts}
 * @param answers of the session's agents
 */
public record Evidence(
        Judge judge,
        ClauseTexts texts,
        RecordedSignals recorded,
        HaltWords halts,
        List<ControlLog.Answer> answers,
        List<String> remarks) {
    /**
     * @param given definitions to judge by, as if they had always been enforced; empty for those that were in force
     * @param reader tells which halts and releases are believed
     */
    public static Evidence read(
            RecordSource source, SessionKey session, Optional<PatternsInTime> given, HaltReader reader)
            throws IOException, InterruptedException {
        List<String> remarks = new ArrayList<>();
        PatternsInTime patterns = given.isPresent() ? given.get() : logged(source, session, remarks);
        HaltWords halts;
        try (RecordCursor records = source.open(Topic.HALTS, session)) {
            halts = HaltWords.read(records, reader);
        }
        RecordedSignals recorded;
        try (RecordCursor records = source.open(Topic.SIGNALS, session)) {
            recorded = RecordedSignals.read(records, session);
        }
        List<ControlLog.Answer> answers;
        try (RecordCursor records = source.open(Topic.ACKS, session)) {
            answers = Answers.read(records, session);
        }
        remarks.addAll(halts.remarks());
        remarks.addAll(recorded.remarks());
        Judge judge = new Judge(session, patterns, halts.all());
        return new Evidence(judge, new ClauseTexts(patterns), recorded, halts, answers, remarks);
    }

    private static PatternsInTime logged(RecordSource source, SessionKey session, List<String> remarks)
            throws IOException, InterruptedException {
        try (RecordCursor records = source.open(Topic.PATTERNS, session)) {
            LoggedPatterns patterns = LoggedPatterns.read(records);
            if (patterns.isEmpty()) {
                remarks.add("ripcord.patterns has no records there: no signal could be judged again");
            }
            return patterns;
        }
    }
}
