package dev.ripcord.deploy.bench.figures;

/**
 * What a job takes while it holds many sessions.
 *
 * @param sessions that are live
 * @param heapBytes in use after garbage was collected, of the whole JVM
 * @param fileBytes of RocksDB
 */
public record Footprint(long sessions, long heapBytes, long fileBytes) {
    public long bytes() {
        return heapBytes + fileBytes;
    }
}
