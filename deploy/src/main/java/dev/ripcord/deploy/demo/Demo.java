package dev.ripcord.deploy.demo;

import dev.ripcord.client.GatewaySource;
import dev.ripcord.deploy.events.EventProducer;
import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.deploy.events.SendResult;
import dev.ripcord.deploy.serve.Termination;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Plays agents, or a file of events, against a running guard and watches what comes of it. */
final class Demo implements AutoCloseable {
    private static final long THINKING_MILLIS = 120;
    private static final long QUIET_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final GatewaySource gateway;
    private final URI address;
    private final EventProducer events;
    private final Latencies latencies = new Latencies();
    private final Outcome outcome;
    private final TopicWatch watch;
    private final DemoPrinter printer;
    private final Termination termination;
    private volatile boolean announcing;
    private long playedBack;

    /** @param gateway that the agents ask whether they may go on */
    Demo(String bootstrapServers, URI gateway, DemoPrinter printer, Termination termination) {
        this.address = gateway;
        this.gateway = GatewaySource.at(gateway.toString());
        this.printer = printer;
        this.termination = termination;
        this.outcome = new Outcome(latencies, this::announce);
        this.events = new EventProducer(KafkaSettings.at(bootstrapServers));
        this.watch = TopicWatch.start(bootstrapServers, outcome);
    }

    private void announce(Kill kill) {
        if (announcing) {
            printer.killed(kill);
        }
    }

    /** Lets healthy agents work until it is closed. */
    BackgroundTraffic traffic() {
        return BackgroundTraffic.start(events);
    }

    /**
     * Sends runaways until they are halted, one of each kind after the other: only then are the patterns in force, and
     * the first of each is slower than any after it, because a JVM has to learn its way.
     *
     * @return whether the last round was halted as it must be
     */
    boolean warmUp(int rounds) throws InterruptedException {
        SimulatedAgent agent = new SimulatedAgent(events, gateway, outcome, latencies, termination);
        boolean ready = false;
        for (int round = 0; round < rounds && !termination.isAsked(); round++) {
            ready = true;
            for (Script script : Story.scripts()) {
                Script other = script.in("warm-up-" + round + "-" + script.session());
                ready &= agent.run(other, 2).isAsExpected();
            }
        }
        latencies.forget();
        return ready;
    }

    /** @return whether every agent ended as its script says that it must */
    boolean story() throws InterruptedException {
        announcing = true;
        printer.cast(Story.scripts());
        boolean asExpected = play(Story.scripts(), THINKING_MILLIS);
        if (!termination.isAsked()) {
            printer.say("");
            printer.say(latencies.summary());
        }
        return asExpected;
    }

    private boolean play(List<Script> scripts, long thinkingMillis) throws InterruptedException {
        SimulatedAgent agent = new SimulatedAgent(events, gateway, outcome, latencies, termination);
        ExecutorService threads = Executors.newFixedThreadPool(scripts.size());
        try {
            List<Future<SimulatedAgent.Ending>> running = new ArrayList<>();
            scripts.forEach(script -> running.add(threads.submit(() -> agent.run(script, thinkingMillis))));
            boolean asExpected = true;
            for (Future<SimulatedAgent.Ending> ending : running) {
                asExpected &= ended(ending.get());
            }
            return asExpected;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean ended(SimulatedAgent.Ending ending) {
        if (!termination.isAsked()) {
            printer.ended(ending);
        }
        return ending.isAsExpected();
    }

    /** Sends every record of the file, as it is and as fast as the broker takes them. */
    SendResult play(LineFile file) throws IOException, InterruptedException {
        announcing = true;
        SendResult result = events.send(file);
        playedBack += result.sent();
        return result;
    }

    /** Waits until all that was sent is accounted for, or nothing more is heard for a minute. */
    DemoCounts counts() throws InterruptedException {
        events.flush();
        DemoCounts counts = countsNow();
        long heardAt = WallClock.nanoTime();
        while (!counts.isComplete() && !termination.isAsked() && WallClock.nanoTime() - heardAt < QUIET_LIMIT_NANOS) {
            outcome.awaitNews();
            DemoCounts before = counts;
            counts = countsNow();
            heardAt = counts.equals(before) ? heardAt : WallClock.nanoTime();
        }
        return counts;
    }

    private DemoCounts countsNow() {
        return new DemoCounts(
                events.acknowledged() + playedBack,
                outcome.decodedCount(),
                outcome.deadCount(),
                outcome.signalCount(),
                outcome.haltCount());
    }

    /** @return where a browser shows the session that was halted last; empty where none was */
    Optional<URI> page() {
        return outcome.latestKill().map(kill -> kill.signal().session()).map(this::page);
    }

    private URI page(SessionKey session) {
        String tenant =
                session.tenant().equals(SessionKey.DEFAULT_TENANT) ? "" : "?tenant=" + encoded(session.tenant());
        return address.resolve("/sessions/" + encoded(session.session()) + tenant);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Goes on with new sessions of the same agents until Ctrl-C. */
    void goOn(long betweenMillis) throws InterruptedException {
        announcing = false;
        for (int round = 1; !termination.isAsked(); round++) {
            SimulatedAgent agent = new SimulatedAgent(events, gateway, outcome, latencies, termination);
            for (Script script : Story.scripts()) {
                agent.run(script.in(script.session() + "-" + round), betweenMillis);
            }
            if (round % 10 == 0) {
                printer.say(outcome.haltCount() + " halts so far; " + latencies.summary());
            }
        }
    }

    @Override
    public void close() {
        events.close();
        watch.close();
    }
}
