package dev.ripcord.console.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key allows. */
public enum Role {
    /** Checks, follows the halts of one session, acknowledges, writes events. */
    AGENT,
    /** Reads everything. */
    OBSERVER,
    /** Everything, also halts, releases and mutes. */
    OPERATOR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    public boolean mayReadEverything() {
        return this != AGENT;
    }

    public boolean mayWriteEvents() {
        return this != OBSERVER;
    }

    public boolean mayHalt() {
        return this == OPERATOR;
    }
}
