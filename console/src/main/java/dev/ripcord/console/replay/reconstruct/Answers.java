package dev.ripcord.console.replay.reconstruct;

import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.RecordCursor;
import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.json.Json;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What agents of a session said of its halts. */
public final class Answers {
    private Answers() {}

    /** @param records of {@code ripcord.acks}; read to the end */
    public static List<ControlLog.Answer> read(RecordCursor records, SessionKey session)
            throws IOException, InterruptedException {
        List<ControlLog.Answer> answers = new ArrayList<>();
        for (LogRecord record = records.next(); record != null; record = records.next()) {
            if (record.value() == null || record.kafkaTime() == null) {
                continue;
            }
            try {
                Acknowledgement said = Json.read(record.value(), Acknowledgement.class);
                if (said.session().equals(session)) {
                    answers.add(new ControlLog.Answer(said, record.kafkaTime()));
                }
            } catch (IOException noAnswer) {
                // Anybody with credentials may write there; what is no answer says nothing about the session.
            }
        }
        return answers;
    }
}
