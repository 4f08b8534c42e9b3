package dev.ripcord.deploy.history;

import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.topic.Position;
import java.io.IOException;
import java.util.OptionalDouble;

/** Events in a file of JSON Lines, as a log of one partition. */
final class FileHistory implements History {
    private final LineFile file;
    private long offset;

    FileHistory(LineFile file) {
        this.file = file;
    }

    @Override
    public void forEach(Receiver receiver) throws IOException, InterruptedException {
        offset = 0;
        file.forEach(line ->
                receiver.receive(new HistoryRecord(new Position(0, offset++), null, line.number(), line.bytes())));
    }

    @Override
    public String place(HistoryRecord item) {
        return file.place(item.line());
    }

    @Override
    public OptionalDouble share() throws IOException {
        return file.share();
    }

    /** One session may stand behind another in a file, and have happened before it. */
    @Override
    public boolean isInOrderOfTime() {
        return false;
    }
}
