package dev.ripcord.console.api;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the events of one request. Kafka's answers come on another thread. */
final class EventsReport {
    /** What is wrong with one of them. */
    record Rejected(int index, List<String> problems) {}

    private final Map<Integer, Rejected> rejected = new TreeMap<>();
    private int accepted;
    private int notTaken;

    synchronized void accepted() {
        accepted++;
    }

    synchronized void rejected(int index, List<String> problems) {
        rejected.put(index, new Rejected(index, problems));
    }

    synchronized void notTaken(int index, List<String> problems) {
        notTaken++;
        rejected(index, problems);
    }

    synchronized boolean isCutOff() {
        return notTaken > 0;
    }

    synchronized void answer(Context request) {
        Map<String, Object> answer = new LinkedHashMap<>();
        if (notTaken > 0) {
            answer.put("errors", List.of("Kafka did not take " + notTaken + " of the events; send these again"));
        }
        answer.put("accepted", accepted);
        answer.put("rejected", List.copyOf(rejected.values()));
        int status = rejected.isEmpty() ? 202 : Refused.UNPROCESSABLE;
        Answer.json(request, notTaken > 0 ? Refused.UNAVAILABLE : status, answer);
    }
}
