package dev.ripcord.client;

import dev.ripcord.halt.Subject;
import java.time.Duration;

/**
 * Who follows a source.
 *
 * @param apiKey for a gateway; null where none is given
 * @param heartbeatTimeout after which a silent connection to a gateway is given up
 */
record Following(Subject subject, String apiKey, Duration heartbeatTimeout) {
    /** Keys are never printed. */
    @Override
    public String toString() {
        return "Following[subject=" + subject + "]";
    }
}
