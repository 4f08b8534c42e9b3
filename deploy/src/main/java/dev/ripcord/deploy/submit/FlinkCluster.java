package dev.ripcord.deploy.submit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What a Flink cluster can be asked and told. */
public final class FlinkCluster {
    private static final String BOUNDARY = "ripcord-job-jar";

    private final FlinkRest rest;

    public FlinkCluster(URI address) {
        this.rest = new FlinkRest(address);
    }

    public URI address() {
        return rest.cluster();
    }

    /** What the cluster is and whether it takes jars. */
    public ClusterFacts facts() throws RestFailure, InterruptedException {
        var config = rest.get("/config");
        var overview = rest.get("/overview");
        return new ClusterFacts(
                config.path("flink-version").asText(),
                config.path("features").path("web-submit").asBoolean(true),
                overview.path("taskmanagers").asInt(),
                overview.path("slots-total").asInt(),
                overview.path("slots-available").asInt());
    }

    /** How the cluster was configured, as far as it was. */
    public Map<String, String> configuration() throws RestFailure, InterruptedException {
        var settings = new HashMap<String, String>();
        for (var entry : rest.get("/jobmanager/config")) {
            settings.put(entry.path("key").asText(), entry.path("value").asText());
        }
        return settings;
    }

    /** Returns the id that the cluster gave the jar. */
    public String upload(Path jar) throws RestFailure, InterruptedException, FileNotFoundException {
        var head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
                + jar.getFileName() + "\"\r\nContent-Type: application/java-archive\r\n\r\n";
        var body = BodyPublishers.concat(
                BodyPublishers.ofByteArray(head.getBytes(StandardCharsets.UTF_8)),
                BodyPublishers.ofFile(jar),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        var answer = rest.post("/jars/upload", "multipart/form-data; boundary=" + BOUNDARY, body);
        return Path.of(answer.path("filename").asText()).getFileName().toString();
    }

    public void delete(String jarId) throws RestFailure, InterruptedException {
        rest.delete("/jars/" + jarId);
    }

    /** Runs the jar's main method on the cluster and returns the id of the job that it started. */
    String run(String jarId, SubmissionRequest request) throws RestFailure, InterruptedException {
        return rest.post("/jars/" + jarId + "/run", body(request)).path("jobid").asText();
    }

    private static ObjectNode body(SubmissionRequest request) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("entryClass", request.entryClass());
        var arguments = body.putArray("programArgsList");
        request.settings().forEach((key, value) -> arguments.add("--" + key).add(value));
        request.parallelism().ifPresent(parallelism -> body.put("parallelism", parallelism));
        request.savepoint().ifPresent(savepoint -> body.put("savepointPath", savepoint));
        return body;
    }

    /** The state of a job and of each of its tasks. */
    public JobLook look(String jobId) throws RestFailure, InterruptedException {
        return JobLook.of(rest.get("/jobs/" + jobId));
    }

    /** Why a job failed last, or an empty text. */
    public String failure(String jobId) throws RestFailure, InterruptedException {
        JsonNode history = rest.get("/jobs/" + jobId + "/exceptions")
                .path("exceptionHistory")
                .path("entries");
        return history.isEmpty()
                ? ""
                : StackTrace.rootCause(history.get(0).path("stacktrace").asText());
    }

    public void cancel(String jobId) throws RestFailure, InterruptedException {
        rest.patch("/jobs/" + jobId + "?mode=cancel");
    }

    /** Where people see the job. */
    public URI page(String jobId) {
        return address().resolve("/#/job/running/" + jobId + "/overview");
    }
}
