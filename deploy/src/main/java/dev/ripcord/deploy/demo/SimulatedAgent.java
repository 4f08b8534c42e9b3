package dev.ripcord.deploy.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.client.GatewaySource;
import dev.ripcord.client.Guard;
import dev.ripcord.client.SessionHalted;
import dev.ripcord.deploy.events.EventProducer;
import dev.ripcord.deploy.serve.Termination;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.SessionKey;
import java.util.concurrent.TimeUnit;

/** An agent that obeys, as any agent does that uses the client: before each step it asks its guard. */
final class SimulatedAgent {
    /**
     * How it ended.
     *
     * @param steps that it took
     * @param kill that it obeyed; null where it finished by itself or gave up
     * @param stoppedAfterNanos from the moment the halt could be read from Kafka until the agent had stopped: the way
     *     through gateway and client included. 0 where it finished
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

    /** Signal and halt are read from two topics, and the agent may know of the halt before both were. */
    private static final long KILL_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final EventProducer events;
    private final GatewaySource gateway;
    private final Outcome outcome;
    private final Latencies latencies;
    private final Termination termination;

    SimulatedAgent(
            EventProducer events,
            GatewaySource gateway,
            Outcome outcome,
            Latencies latencies,
            Termination termination) {
        this.events = events;
        this.gateway = gateway;
        this.outcome = outcome;
        this.latencies = latencies;
        this.termination = termination;
    }

    /** @param thinkingMillis between two steps */
    Ending run(Script script, long thinkingMillis) throws InterruptedException {
        int steps = 0;
        try (Guard guard = Guard.following(gateway)
                .session(script.session())
                .agent(script.agent())
                .start()) {
            while (steps < MAX_STEPS) {
                guard.check();
                ObjectNode event = script.event(steps, WallClock.SYSTEM.millis());
                if (event == null) {
                    return new Ending(script, steps, null, 0);
                }
                latencies.sending(event.path("event_id").asText(), WallClock.nanoTime());
                events.send(script.session(), Json.bytes(event));
                steps++;
                if (termination.await(thinkingMillis)) {
                    break;
                }
            }
            return new Ending(script, steps, null, 0);
        } catch (SessionHalted halted) {
            return stopped(script, steps, WallClock.nanoTime());
        }
    }

    private Ending stopped(Script script, int steps, long stoppedAt) throws InterruptedException {
        SessionKey session = new SessionKey(SessionKey.DEFAULT_TENANT, script.session());
        Kill kill = outcome.kill(session);
        while (kill == null && WallClock.nanoTime() - stoppedAt < KILL_PATIENCE_NANOS && !termination.isAsked()) {
            outcome.awaitNews();
            kill = outcome.kill(session);
        }
        return new Ending(script, steps, kill, kill == null ? 0 : Math.max(0, stoppedAt - kill.readAt()));
    }
}
