package dev.ripcord.deploy.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.deploy.events.EventProducer;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Healthy agents at work all the while, as on any real system: the guard is never idle, and must halt none of them. */
final class BackgroundTraffic implements AutoCloseable {
    private static final int EVENTS_PER_SECOND = 200;
    private static final int AGENTS = 10;

    private final EventProducer events;
    private final Script[] agents = new Script[AGENTS];
    private final int[] steps = new int[AGENTS];
    private final Thread thread = new Thread(this::work, "background-traffic");
    private int sessions;

    private BackgroundTraffic(EventProducer events) {
        this.events = events;
    }

    static BackgroundTraffic start(EventProducer events) {
        BackgroundTraffic traffic = new BackgroundTraffic(events);
        traffic.thread.setDaemon(true);
        traffic.thread.start();
        return traffic;
    }

    private void work() {
        for (int turn = 0; !Thread.currentThread().isInterrupted(); turn = (turn + 1) % AGENTS) {
            step(turn);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) / EVENTS_PER_SECOND);
        }
    }

    private void step(int agent) {
        ObjectNode event =
                agents[agent] == null ? null : agents[agent].event(steps[agent]++, WallClock.SYSTEM.millis());
        if (event == null) {
            agents[agent] = Story.healthy().in("background-" + sessions++);
            steps[agent] = 0;
        } else {
            events.send(agents[agent].session(), Json.bytes(event));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
