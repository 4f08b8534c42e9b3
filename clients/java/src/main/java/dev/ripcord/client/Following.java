package dev.ripcord.client;

import dev.ripcord.halt.Subject;

/**
 * Who follows a source.
 *
 * @param apiKey for a gateway; null where none is given
 */
record Following(Subject subject, String apiKey) {
    /** Keys are never printed. */
    @Override
    public String toString() {
        return "Following[subject=" + subject + "]";
    }
}
