package dev.ripcord.deploy.backtest;

import dev.ripcord.deploy.history.History;
import dev.ripcord.deploy.history.HistoryRecord;
import dev.ripcord.event.Envelope;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** A log of a topic, without a broker. */
record ListedHistory(List<Envelope> log, boolean isInOrderOfTime) implements History {
    @Override
    public void forEach(Receiver receiver) throws IOException, InterruptedException {
        for (var event : log) {
            receiver.receive(new HistoryRecord(event.position(), event.kafkaTime(), 0, event.bytes()));
        }
    }

    @Override
    public String place(HistoryRecord item) {
        return "log " + item.position();
    }

    @Override
    public OptionalDouble share() {
        return OptionalDouble.empty();
    }
}
