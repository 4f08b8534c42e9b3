package dev.ripcord.jobs.detect;

import dev.ripcord.detection.SessionState;

/**
 * A session as state holds it: bytes that are never changed, so that the heap backend hands them on without a copy.
 *
 * @param bytes what {@link SessionState#write} wrote
 */
public record WrittenSession(byte[] bytes) {}
