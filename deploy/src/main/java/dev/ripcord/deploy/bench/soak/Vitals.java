package dev.ripcord.deploy.bench.soak;

/**
 * How a guard is, at one moment.
 *
 * @param sessions in state
 * @param heapBytes of this JVM that were in use after garbage was last collected, broker and senders included
 * @param residentBytes of this process: heap, RocksDB's memory and all else; null where the system does not say it
 * @param fileBytes of RocksDB
 * @param checkpointMillis that the latest checkpoint took, from its begin until all of it was stored; null before one
 * @param checkpointBytes of the state in it
 */
record Vitals(
        long sessions,
        long heapBytes,
        Long residentBytes,
        long fileBytes,
        Long checkpointMillis,
        Long checkpointBytes) {}
