package dev.ripcord.client;

/** What an agent does while nobody watches it, or while it cannot hear whether somebody halts it. */
public enum WhenUnguarded {
    /** Goes on, and says so in the log when it begins and when it ends. Halts that were seen stay in force. */
    FAIL_OPEN,
    /** Takes no step: {@link Guard#check} throws {@link GuardUnavailable}. */
    FAIL_CLOSED
}
