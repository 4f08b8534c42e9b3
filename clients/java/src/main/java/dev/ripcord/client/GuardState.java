package dev.ripcord.client;

/** How things stand with the guard, the job that detects runaways. */
enum GuardState {
    /** It writes heartbeats, and is not far behind. */
    LIVE,
    /** No heartbeat for some seconds, or one that says that detection is far behind. */
    STALE,
    /** No heartbeat was ever seen. */
    ABSENT
}
