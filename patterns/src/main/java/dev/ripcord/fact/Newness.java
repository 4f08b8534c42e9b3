package dev.ripcord.fact;

/** What a step brings to the session. The later a constant, the more it says: the most telling one holds for a step. */
enum Newness {
    /** Nothing that the session has not seen before. */
    KNOWN,
    /** Something that the telemetry does not show: it may be new or not. */
    UNSEEN,
    /** Something never seen in this session. */
    NEW
}
