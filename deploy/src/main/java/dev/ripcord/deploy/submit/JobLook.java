package dev.ripcord.deploy.submit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * One look at a job.
 *
 * @param state Flink's word for it
 * @param allTasksRun which is later than the state RUNNING: only then are all operators open
 */
public record JobLook(String state, boolean allTasksRun) {
    private static final Set<String> ENDED = Set.of("FAILED", "CANCELED", "SUSPENDED");
    private static final Set<String> AT_WORK = Set.of("RUNNING", "FINISHED");

    static JobLook of(JsonNode job) {
        var vertices = job.path("vertices");
        var atWork = !vertices.isEmpty();
        for (var vertex : vertices) {
            atWork &= AT_WORK.contains(vertex.path("status").asText());
        }
        return new JobLook(job.path("state").asText(), atWork);
    }

    public boolean runs() {
        return finished() || state.equals("RUNNING") && allTasksRun;
    }

    /** @return whether it has done its work */
    public boolean finished() {
        return state.equals("FINISHED");
    }

    public boolean ended() {
        return ENDED.contains(state);
    }
}
