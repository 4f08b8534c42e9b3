package dev.ripcord.deploy.drill;

import dev.ripcord.client.GatewaySource;
import dev.ripcord.client.Guard;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.TrustedKeys;
import dev.ripcord.signal.Signal;
import dev.ripcord.time.Durations;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Lets an agent run away, in a tenant and a session of its own, and watches it being stopped by whatever stops all the
 * others: the guard, the halts topic, the gateway and the client library.
 */
public final class Drill {
    private static final String ABSENT = "absent";

    /** How long what is not measured may take: a first heartbeat, and the last words once the agent has stopped. */
    private static final Duration AFTERMATH = Duration.ofSeconds(5);

    private final URI address;
    private final Optional<String> apiKey;
    private final Optional<TrustedKeys> trusted;
    private final Duration patience;
    private final DrillGateway gateway;
    private final String session = "drill-" + UUID.randomUUID().toString().substring(0, 8);
    private final Timeline timeline = new Timeline();

    /**
     * @param apiKey of an operator; empty where the gateway asks for none
     * @param trusted the agent believes halts that these have signed; empty where it believes all
     * @param patience how long the agent may go on before it is given up
     */
    public Drill(URI address, Optional<String> apiKey, Optional<TrustedKeys> trusted, Duration patience) {
        this.address = address;
        this.apiKey = apiKey;
        this.trusted = trusted;
        this.patience = patience;
        this.gateway = new DrillGateway(address, apiKey);
    }

    /** The session that it uses once; where it was stopped, it is released in the end. */
    public String session() {
        return session;
    }

    /** @return what the guard said when it found the runaway */
    public Optional<String> message() {
        return timeline.signal().map(Signal::message);
    }

    /** @return events that the agent wrote, two a step */
    public int events() {
        return 2 * timeline.events();
    }

    /**
     * @throws dev.ripcord.deploy.outcome.Refusal where it cannot begin: no gateway is there, or it does not let us in
     */
    public DrillResult run() throws InterruptedException, IOException {
        String state = guardState();
        if (state.equals(ABSENT)) {
            return timeline.result("no guard was ever seen; is GuardJob running, and on the Kafka of this gateway?");
        }
        try (SignalStream signals = SignalStream.open(gateway.signals(), this::signalled, AFTERMATH);
                Guard guard = guard();
                Runaway agent = new Runaway(DrillPattern.TENANT, session, gateway, guard, timeline)) {
            ColdStart.overcome();
            agent.start();
            long deadline = WallClock.nanoTime() + patience.toNanos();
            timeline.await(() -> timeline.isStopped() || !agent.isRunning(), deadline);
            if (!timeline.isStopped()) {
                agent.failIfItFailed();
                return timeline.result(NotStopped.verdict(timeline, patience, state));
            }
            String verdict = afterTheStop(guard);
            // Drills come every few minutes: who is stopped is to be a list that people read.
            gateway.release(scope());
            return timeline.result(verdict);
        }
    }

    /** A gateway that has just begun has not seen a guard yet that is there. */
    private String guardState() throws InterruptedException {
        long deadline = WallClock.nanoTime() + AFTERMATH.toNanos();
        String state = gateway.check(DrillPattern.TENANT, session).path("guard").asText();
        while (state.equals(ABSENT) && WallClock.nanoTime() < deadline) {
            timeline.await(() -> false, WallClock.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100));
            state = gateway.check(DrillPattern.TENANT, session).path("guard").asText();
        }
        return state;
    }

    private Guard guard() {
        var guard = Guard.following(GatewaySource.at(address.toString()))
                .tenant(DrillPattern.TENANT)
                .session(session)
                .agent(Runaway.AGENT)
                .onHalt(halt -> timeline.delivered());
        apiKey.ifPresent(guard::apiKey);
        trusted.ifPresent(guard::trusting);
        return guard.start();
    }

    private void signalled(Signal signal, long at) {
        boolean ofTheSession =
                signal.sessionId().equals(session) && signal.tenantId().equals(DrillPattern.TENANT);
        // Without steps the guard tells something else, such as that nobody has acknowledged the halt.
        if (ofTheSession && !signal.matched().isEmpty()) {
            timeline.signalled(signal, at);
        }
    }

    /** What must be so once the agent has stopped, also for everybody else. */
    private String afterTheStop(Guard guard) throws InterruptedException {
        long deadline = WallClock.nanoTime() + AFTERMATH.toNanos();
        String within = " within " + Durations.format(AFTERMATH);
        if (!timeline.await(() -> timeline.signal().isPresent(), deadline)) {
            return "the agent stopped, and the signal behind it did not come over GET /v1/signals" + within;
        }
        if (!isAcknowledged(guard, deadline)) {
            return "the agent stopped, and GET /v1/halts does not show its acknowledgement" + within;
        }
        if (!gateway.check(DrillPattern.TENANT, session)
                .path("verdict")
                .asText()
                .equals("halted")) {
            return "the agent stopped, and the gateway would let its session start again";
        }
        return timeline.begunAfterDelivery() > 1
                ? "the agent took " + timeline.begunAfterDelivery() + " more steps after it had the halt"
                : DrillResult.STOPPED;
    }

    private String scope() {
        return Scope.session(new SessionKey(DrillPattern.TENANT, session)).key();
    }

    private boolean isAcknowledged(Guard guard, long deadline) throws InterruptedException {
        while (!SeenStop.in(gateway.halts(DrillPattern.TENANT), scope())) {
            if (WallClock.nanoTime() > deadline) {
                return false;
            }
            // Other patterns may have halted it too, by what it did meanwhile: it has stopped for these as well.
            guard.stopped();
            timeline.await(() -> false, WallClock.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20));
        }
        return true;
    }
}
