package dev.ripcord.deploy.signals;

import dev.ripcord.jobs.kafka.RecordForms;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/** Why a signal that asks for a halt made none, as the guard notes beside the signal. */
public enum Obstacle {
    /** Somebody has muted its pattern or its scope. */
    MUTED(RecordForms.MUTED_HEADER, "muted"),
    /** The blast-radius cap holds its halt back until a person lets it through. */
    HELD(RecordForms.HELD_HEADER, "held"),
    /** Kafka had its event for longer than the lateness limit. */
    LATE(RecordForms.LATE_HEADER, "late"),
    /** Its scope was halted before, and still is. */
    STANDING(RecordForms.STANDING_HEADER, "halted already");

    private final String header;
    private final String word;

    Obstacle(String header, String word) {
        this.header = header;
        this.word = word;
    }

    /** @return empty where nothing stood in the way of a halt; a signal that asks for none has no obstacle either */
    static Optional<Obstacle> in(Headers headers) {
        for (Obstacle obstacle : values()) {
            if (headers.lastHeader(obstacle.header) != null) {
                return Optional.of(obstacle);
            }
        }
        return Optional.empty();
    }

    /** @return for people */
    public String word() {
        return word;
    }
}
