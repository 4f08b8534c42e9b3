package dev.ripcord.deploy.bench.engine;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a job and the thread that measures it tell each other. Flink copies what it runs, so that the job's parts find
 * their notes by name; both are in this JVM.
 */
final class Notes implements AutoCloseable {
    private static final Map<String, Notes> OPEN = new ConcurrentHashMap<>();

    private static final long STILL_GOING = -1;

    private final String job;
    private final Set<Long> found = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private volatile long emitted = STILL_GOING;

    private Notes(String job) {
        this.job = job;
    }

    static Notes open(String job) {
        var notes = new Notes(job);
        OPEN.put(job, notes);
        return notes;
    }

    static Notes of(String job) {
        return OPEN.get(job);
    }

    String job() {
        return job;
    }

    /** Asks the source to emit no more. */
    void stop() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }

    void emitted(long events) {
        emitted = events;
    }

    /** @return whether the source has emitted all that it will */
    boolean hasEnded() {
        return emitted != STILL_GOING;
    }

    /** @return how many events the source emitted in all; known once it has ended */
    long emitted() {
        return emitted;
    }

    void found(long session) {
        found.add(session);
    }

    /** @return numbers of the sessions in which something was found */
    Set<Long> found() {
        return found;
    }

    @Override
    public void close() {
        OPEN.remove(job);
    }
}
