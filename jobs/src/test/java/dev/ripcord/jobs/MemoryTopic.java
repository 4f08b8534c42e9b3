package dev.ripcord.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * One partition of a topic, in memory, with the broker's times that a test gives. All records are prepared; a job sees
 * those that were written by now. Its place in it is in its checkpoints, as with Kafka.
 */
final class MemoryTopic<T> {
    /** Tasks are serialised on their way to a cluster: they find the topic by its name. */
    private static final Map<String, MemoryTopic<?>> ALL = new ConcurrentHashMap<>();

    private final String name;
    private final List<T> records;
    private final TreeMap<Long, CompletableFuture<Void>> waiting = new TreeMap<>();
    private long written;
    private long read;

    /** @param name unique, with a word that is the same for the same topic of every run behind a space */
    MemoryTopic(String name, List<T> records) {
        this.name = name;
        this.records = List.copyOf(records);
        ALL.put(name, this);
    }

    @SuppressWarnings("unchecked")
    static <T> MemoryTopic<T> named(String name) {
        return (MemoryTopic<T>) ALL.get(name);
    }

    void forget() {
        ALL.remove(name);
    }

    DataStream<T> stream(
            StreamExecutionEnvironment environment, WatermarkStrategy<T> watermarks, TypeInformation<T> type) {
        return environment
                .fromSource(new MemoryTopicSource<T>(name, records.size()), watermarks, name, type)
                .setParallelism(1)
                .uid(name.substring(name.indexOf(' ') + 1));
    }

    /** @return what stands there by now */
    synchronized List<T> all() {
        return records.subList(0, (int) written);
    }

    void write(int more) {
        List<CompletableFuture<Void>> ready;
        synchronized (this) {
            written = Math.min(records.size(), written + more);
            ready = new ArrayList<>(waiting.headMap(written, false).values());
            waiting.headMap(written, false).clear();
        }
        ready.forEach(reader -> reader.complete(null));
    }

    /** @return whether the job that runs has been given everything that was written */
    synchronized boolean isRead() {
        return read >= written;
    }

    /** A job is about to begin, or to begin again: where it is will be known once it has. */
    synchronized void restart() {
        read = -1;
    }

    synchronized void startsAt(long index) {
        read = index;
    }

    /** @return once there is a record to read at the index */
    synchronized CompletableFuture<Void> written(long index) {
        return index < written || index >= records.size()
                ? CompletableFuture.completedFuture(null)
                : waiting.computeIfAbsent(index, none -> new CompletableFuture<>());
    }

    synchronized T reading(long index) {
        read = index + 1;
        return records.get((int) index);
    }

    @Override
    public synchronized String toString() {
        return name + ": " + read + " of " + written + " read";
    }
}
