package dev.ripcord.jobs.detect;

import dev.ripcord.detection.PatternRecord;
import java.io.Serializable;
import java.util.List;

/** Gives the patterns known at start, before the first event is judged. */
@FunctionalInterface
public interface PatternLoader extends Serializable {
    List<PatternRecord> load();
}
