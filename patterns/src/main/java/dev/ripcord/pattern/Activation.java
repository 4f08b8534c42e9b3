package dev.ripcord.pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ripcord.json.PlainValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which definition of an id is in force, from when, in which mode, with which parameters. The latest one that is due
 * counts. On {@code ripcord.patterns} under the key {@code id}.
 *
 * @param schemaVersion 1
 * @param hash of the definition; null deactivates the id
 * @param parameters by name, as written in YAML: numbers, booleans, strings, durations such as {@code 10m}
 * @param activateAt Kafka time from which events are judged by it; null until the record's own time is known
 *     (record time + {@value #NOTICE_MILLIS} ms)
 * @param actor who activated it
 * @param reason why, in the actor's words; may be null
 * @param previous what was in force before, the latest first, at most {@value #MOST_PREVIOUS}: what a rollback goes
 *     back to
 */
public record Activation(
        int schemaVersion,
        String id,
        String hash,
        Mode mode,
        Map<String, Object> parameters,
        Long activateAt,
        String actor,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EarlierActivation> previous) {
    public static final int SCHEMA_VERSION = 1;

    /** As many as somebody goes back by hand; the record stays small. */
    public static final int MOST_PREVIOUS = 8;

    /** Long enough for the record to reach every subtask before the first event that it judges. */
    public static final long NOTICE_MILLIS = 500;

    public Activation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(actor, "actor");
        parameters = PlainValues.of(parameters);
        previous = previous == null ? List.of() : List.copyOf(previous);
    }

    /** The first activation of an id, or one that does not say what it replaces. */
    public Activation(
            int schemaVersion,
            String id,
            String hash,
            Mode mode,
            Map<String, Object> parameters,
            Long activateAt,
            String actor,
            String reason) {
        this(schemaVersion, id, hash, mode, parameters, activateAt, actor, reason, List.of());
    }

    public boolean deactivates() {
        return hash == null;
    }

    /** @param recordTime Kafka's time of the activation's record */
    public Activation dueAfter(long recordTime) {
        return activateAt != null ? this : with(recordTime + NOTICE_MILLIS, previous);
    }

    /** @return whether both put the same definition in force, in the same mode and with the same parameters given */
    public boolean saysTheSameAs(Activation other) {
        return id.equals(other.id)
                && Objects.equals(hash, other.hash)
                && mode == other.mode
                && parameters.equals(other.parameters);
    }

    /**
     * @return this activation, knowing what it takes the place of. One that says the same again is no step: a rollback
     *     over it would change nothing
     */
    public Activation replacing(Activation latest) {
        if (saysTheSameAs(latest)) {
            return with(activateAt, latest.previous);
        }
        List<EarlierActivation> known = new ArrayList<>();
        known.add(EarlierActivation.of(latest));
        known.addAll(latest.previous);
        return with(activateAt, known.subList(0, Math.min(MOST_PREVIOUS, known.size())));
    }

    /**
     * @return the activation before this one, to be put in force again; what was before that one stays known. Empty
     *     where none is known
     */
    public Optional<Activation> before(String actor, String reason) {
        return previous.stream()
                .findFirst()
                .map(earlier -> new Activation(
                        SCHEMA_VERSION,
                        id,
                        earlier.hash(),
                        earlier.mode(),
                        earlier.parameters(),
                        null,
                        actor,
                        reason,
                        previous.subList(1, previous.size())));
    }

    private Activation with(Long newActivateAt, List<EarlierActivation> newPrevious) {
        return new Activation(schemaVersion, id, hash, mode, parameters, newActivateAt, actor, reason, newPrevious);
    }
}
