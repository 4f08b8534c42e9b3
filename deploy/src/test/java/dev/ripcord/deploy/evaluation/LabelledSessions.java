package dev.ripcord.deploy.evaluation;

import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.deploy.history.HistorySource;
import dev.ripcord.session.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Sessions and labels on disk, and what an evaluation makes of them. */
final class LabelledSessions {
    private final Path events;
    private final Path labels;
    private final Remarks remarks = new Remarks();

    LabelledSessions(Path directory) {
        events = directory.resolve("events.jsonl");
        labels = directory.resolve("labels.jsonl");
    }

    LabelledSessions sessions(Session... sessions) throws IOException {
        var lines = new ByteArrayOutputStream();
        for (var session : sessions) {
            for (var line : session.json()) {
                lines.write(line);
                lines.write('\n');
            }
        }
        Files.write(events, lines.toByteArray());
        return this;
    }

    LabelledSessions eventLines(String... lines) throws IOException {
        Files.write(events, List.of(lines));
        return this;
    }

    LabelledSessions labels(String... lines) throws IOException {
        Files.write(labels, List.of(lines));
        return this;
    }

    EvaluationReport evaluated() throws IOException, InterruptedException {
        return evaluated(0);
    }

    EvaluationReport evaluated(int minimumCalls) throws IOException, InterruptedException {
        var read = LabelReading.read(LineFile.existing(labels.toString(), "nothing"), "looping", remarks);
        return new Evaluation(read, new FiresWhereToldTo(), remarks)
                .over(HistorySource.file(events.toString(), "nothing"), minimumCalls);
    }

    List<String> remarks() {
        return remarks.lines().stream()
                .map(line -> line.replace(events.getParent() + "/", ""))
                .toList();
    }
}
