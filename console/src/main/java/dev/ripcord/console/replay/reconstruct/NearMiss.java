package dev.ripcord.console.replay.reconstruct;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ripcord.console.replay.timeline.SeenSignal.MatchedClause;
import java.util.List;

/**
 * A definition of several steps that began to match and gave no signal.
 *
 * @param pattern {@code id@hash}
 * @param title null where the definition is not known
 * @param atStep at which it had come furthest
 * @param taken the steps it had taken then
 * @param waitsFor the elements that it could have gone on with, each with its clause
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NearMiss(String pattern, String title, long atStep, List<MatchedClause> taken, List<WaitsFor> waitsFor) {
    /**
     * @param element of the definition
     * @param where its condition; null where it has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WaitsFor(String element, String where) {}

    public NearMiss {
        taken = List.copyOf(taken);
        waitsFor = List.copyOf(waitsFor);
    }
}
