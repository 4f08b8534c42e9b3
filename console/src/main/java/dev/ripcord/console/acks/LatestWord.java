package dev.ripcord.console.acks;

import dev.ripcord.halt.Acknowledgement.Status;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * What a session said last about a halt.
 *
 * @param time the broker's, milliseconds since the epoch
 */
public record LatestWord(Status status, long time) {
    /** Of what was said at the same time that counts which comes later in the course of a halt. */
    private static final Comparator<LatestWord> LATER =
            Comparator.comparingLong(LatestWord::time).thenComparing(LatestWord::status);

    /** @param times when each was said first */
    static Optional<LatestWord> of(Map<Status, Long> times) {
        return times.entrySet().stream()
                .map(word -> new LatestWord(word.getKey(), word.getValue()))
                .max(LATER);
    }
}
