package dev.ripcord.deploy.command;

import dev.ripcord.deploy.history.History;
import dev.ripcord.deploy.history.HistorySource;
import dev.ripcord.time.WallClock;
import java.io.IOException;

/** Opens the history that somebody names; Kafka is looked for only where it is a topic. */
final class HistoryText {
    private HistoryText() {}

    /**
     * @param consequence what does not happen where there is none
     * @param told of what cannot be read
     */
    static History open(String text, KafkaOptions kafka, String consequence, StandardError told)
            throws IOException, InterruptedException {
        if (HistorySource.isArchive(text)) {
            return HistorySource.archive(text, consequence, told::say);
        }
        return HistorySource.isTopic(text)
                ? HistorySource.topic(text, kafka.address(), WallClock.SYSTEM.millis(), consequence)
                : HistorySource.file(text, consequence);
    }
}
