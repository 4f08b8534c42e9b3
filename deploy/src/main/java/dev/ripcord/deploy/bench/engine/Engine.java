package dev.ripcord.deploy.bench.engine;

import dev.ripcord.deploy.bench.traffic.SyntheticLog;
import dev.ripcord.fact.DigestedEvent;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What is measured: something that takes the events of a log. */
public interface Engine {
    /** Attaches it to the events; what it finds goes to the job's {@link Notes}. */
    void attach(DataStream<DigestedEvent> events, String job);

    /** @return name of the operator whose taken records are the engine's pace */
    String operator();

    /** @return whether it looks for runaways */
    boolean detects();

    /** @return whether an event that it has taken is also judged, and waits for no watermark */
    default boolean judgesAtOnce() {
        return true;
    }

    /** Notes the session in which something was found. */
    static void found(String job, String sessionId) {
        Notes.of(job).found(SyntheticLog.session(sessionId));
    }
}
