package dev.ripcord.deploy.history;

import java.io.IOException;
import java.util.OptionalDouble;

/** A part of the log that is over: records in an order that is the same each time they are read. */
public interface History {
    /** Hands over every record; those of one session in the order of the log. */
    void forEach(Receiver receiver) throws IOException, InterruptedException;

    /** @return the record as people name it: {@code events.jsonl:17}, {@code agent.events 3:1288} */
    String place(HistoryRecord record);

    /** @return from 0 to 1, how much has been handed over; empty where nobody knows how much there is */
    OptionalDouble share() throws IOException;

    /**
     * @return whether Kafka times never go back from one record to the next of a partition: then a session whose time
     *     is over by that of a later record can be forgotten
     */
    boolean isInOrderOfTime();

    /** Takes records. */
    @FunctionalInterface
    interface Receiver {
        void receive(HistoryRecord item) throws IOException, InterruptedException;
    }
}
