package dev.ripcord.deploy.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.client.Guard;
import dev.ripcord.client.SessionHalted;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An agent that asks the same thing for ever, and obeys: it asks its guard before each step, as any agent should. */
final class Runaway implements AutoCloseable {
    static final String AGENT = "drill-agent";
    private static final String TOOL = "drill.status";
    private static final long THINKING_MILLIS = 20;

    private final String tenant;
    private final String session;
    private final DrillGateway gateway;
    private final Guard guard;
    private final Timeline timeline;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "drill-agent");
    private volatile RuntimeException failure;

    Runaway(String tenant, String session, DrillGateway gateway, Guard guard, Timeline timeline) {
        this.tenant = tenant;
        this.session = session;
        this.gateway = gateway;
        this.guard = guard;
        this.timeline = timeline;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            for (int step = 0; !ended.await(step == 0 ? 0 : THINKING_MILLIS, TimeUnit.MILLISECONDS); step++) {
                guard.check();
                takeStep(step);
            }
        } catch (SessionHalted halted) {
            timeline.stopped();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            failure = failed;
            timeline.wake();
        }
    }

    private void takeStep(int step) throws InterruptedException {
        ObjectNode call = event("tool_invocation", step);
        payload(call, step).putObject("tool_args").put("ref", "same");
        ObjectNode result = event("tool_response", step);
        payload(result, step).put("status", "ok").putObject("tool_result").put("state", "unchanged");
        timeline.handingOver(result.path("event_id").asText());
        gateway.write(List.of(call, result));
    }

    private ObjectNode event(String type, int step) {
        return Json.MAPPER
                .createObjectNode()
                .put("event_id", session + "-" + step + "-" + type)
                .put("event_type", type)
                .put("tenant_id", tenant)
                .put("session_id", session)
                .put("agent_id", AGENT)
                .put("timestamp", WallClock.SYSTEM.millis());
    }

    private static ObjectNode payload(ObjectNode event, int step) {
        return event.putObject("payload").put("tool_name", TOOL).put("request_ref", "r-" + step);
    }

    /** @throws RuntimeException what its work ended with, where it was not the halt */
    void failIfItFailed() {
        if (failure != null) {
            throw failure;
        }
    }

    boolean isRunning() {
        return thread.isAlive() && failure == null;
    }

    /** Ends it, also where nobody has halted it. */
    @Override
    public void close() {
        ended.countDown();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
