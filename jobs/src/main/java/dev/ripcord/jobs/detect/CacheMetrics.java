package dev.ripcord.jobs.detect;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** How often the cache of sessions helps. Only the task's own thread counts. */
final class CacheMetrics {
    private final Counter hits;
    private final Counter misses;
    private final Counter evictions;

    CacheMetrics(MetricGroup group) {
        this.hits = group.counter("session_cache_hits");
        this.misses = group.counter("session_cache_misses");
        this.evictions = group.counter("session_cache_evictions");
    }

    void hit() {
        hits.inc();
    }

    /** A session that is not known at all misses as well. */
    void miss() {
        misses.inc();
    }

    void evicted() {
        evictions.inc();
    }
}
