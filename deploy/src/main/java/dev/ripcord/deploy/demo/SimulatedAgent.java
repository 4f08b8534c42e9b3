package dev.ripcord.deploy.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.deploy.events.EventProducer;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.SessionKey;

/** An agent that obeys: before each step it asks whether its session is halted. */
final class SimulatedAgent {
    /**
     * How it ended.
     *
     * @param steps that it took
     * @param kill that it obeyed; null where it finished by itself or gave up
     * @param stoppedAfterNanos from the moment the halt could be read until the agent had stopped; 0 where it finished
     */
    record Ending(Script script, int steps, Kill kill, long stoppedAfterNanos) {
        /** Whether it ended as its script says that it must. */
        boolean isAsExpected() {
            return script.isRunaway()
                    ? kill != null && kill.signal().pattern().id().equals(script.expected())
                    : kill == null;
        }
    }

    /** A runaway that nobody stops ends here, so that the demo does. */
    private static final int MAX_STEPS = 400;

    private final EventProducer events;
    private final Outcome outcome;
    private final Latencies latencies;

    private final CtrlC ctrlC;

    SimulatedAgent(EventProducer events, Outcome outcome, Latencies latencies, CtrlC ctrlC) {
        this.events = events;
        this.outcome = outcome;
        this.latencies = latencies;
        this.ctrlC = ctrlC;
    }

    /** @param thinkingMillis between two steps */
    Ending run(Script script, long thinkingMillis) throws InterruptedException {
        SessionKey session = new SessionKey(SessionKey.DEFAULT_TENANT, script.session());
        for (int step = 0; step < MAX_STEPS; step++) {
            Kill kill = outcome.kill(session);
            if (kill != null) {
                return new Ending(script, step, kill, WallClock.nanoTime() - kill.readAt());
            }
            ObjectNode event = script.event(step, WallClock.SYSTEM.millis());
            if (event == null) {
                return new Ending(script, step, null, 0);
            }
            latencies.sending(event.path("event_id").asText(), WallClock.nanoTime());
            events.send(script.session(), Json.bytes(event));
            if (ctrlC.await(thinkingMillis)) {
                return new Ending(script, step + 1, null, 0);
            }
        }
        return new Ending(script, MAX_STEPS, null, 0);
    }
}
