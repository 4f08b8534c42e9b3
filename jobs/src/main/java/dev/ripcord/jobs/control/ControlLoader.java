package dev.ripcord.jobs.control;

import java.io.Serializable;
import java.util.List;

/** Gives what stands on {@code ripcord.halts} at start, before the first event is judged, in the order of the topic. */
@FunctionalInterface
public interface ControlLoader extends Serializable {
    List<ControlRecord> load();
}
