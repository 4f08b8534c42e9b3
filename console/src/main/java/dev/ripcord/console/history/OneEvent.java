package dev.ripcord.console.history;

import java.util.List;
import java.util.Optional;

/**
 * One event of a session.
 *
 * @param entry as JSON, with the record as it was written under {@code event}; empty where the session has no such step
 * @param steps how many the session has, up to the one that was asked for
 * @param remarks what could not be read, a sentence each
 */
public record OneEvent(Optional<String> entry, long steps, List<String> remarks) {}
