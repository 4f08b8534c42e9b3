package dev.ripcord.console.replay.timeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What is odd about an event. */
public enum Mark {
    /** It says again what an event before it said, and was dropped by the guard. */
    @JsonProperty("repeat")
    REPEAT,
    /** It came after the session's end. */
    @JsonProperty("late")
    LATE,
    /** Its own time lies before that of an event before it. */
    @JsonProperty("backward")
    BACKWARD,
    /** The session's facts began anew here: it was silent for too long, or over. */
    @JsonProperty("begins_anew")
    BEGINS_ANEW,
    /** They began anew because somebody released it. */
    @JsonProperty("released")
    RELEASED,
    /** It lies in another partition than the event before: the order of the two is not known. */
    @JsonProperty("other_partition")
    OTHER_PARTITION;

    /** @return as in JSON, with blanks */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
