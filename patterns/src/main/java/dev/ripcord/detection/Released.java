package dev.ripcord.detection;

/** Whether a session began anew at an event because it, or its lineage, was released. */
public enum Released {
    NO,
    IN_TIME,
    /** The release was read after a later event had been judged without it: a replay will find otherwise. */
    LATE
}
