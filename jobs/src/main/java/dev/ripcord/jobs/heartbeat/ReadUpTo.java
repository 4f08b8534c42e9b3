package dev.ripcord.jobs.heartbeat;

import dev.ripcord.signal.Heartbeat;

/**
 * How far a partition is read.
 *
 * @param next no event before this offset is unread
 * @param latest the latest event that was read; null before the first
 * @param caughtUpAt when there last was nothing unread, milliseconds since the epoch; null where that was never seen
 */
record ReadUpTo(int partition, long next, Progress latest, Long caughtUpAt) {
    private static final long NOTHING_READ = -1;

    ReadUpTo after(Progress progress) {
        return new ReadUpTo(partition, progress.position().offset() + 1, progress, caughtUpAt);
    }

    /** @param askedAt when that lay ahead */
    ReadUpTo seeing(Ahead ahead, long askedAt) {
        if (ahead.unread(next) > 0) {
            return this;
        }
        return new ReadUpTo(partition, Math.max(next, ahead.end()), latest, askedAt);
    }

    /**
     * @param ahead null where it is not known
     * @param watched for how long somebody has asked; null where that is too short to say anything
     */
    Heartbeat beat(Ahead ahead, Long watched, long now) {
        Long unread = ahead == null ? null : (Long) ahead.unread(next);
        return new Heartbeat(
                Heartbeat.SCHEMA_VERSION,
                partition,
                latest == null ? NOTHING_READ : latest.position().offset(),
                latest == null ? null : (Long) latest.kafkaTime(),
                unread,
                unread != null && unread == 0 ? (Long) 0L : lagMillis(ahead, watched, now),
                now);
    }

    private Long lagMillis(Ahead ahead, Long watched, long now) {
        if (ahead == null && watched == null) {
            return null;
        }
        Long oldest = ahead == null ? null : ahead.oldest(next);
        Long since = oldest == null ? notBefore() : oldest;
        return since == null ? watched : (Long) Math.max(0, now - since);
    }

    /** What is unread came after what was read, and after there was nothing: none of it has waited for longer. */
    private Long notBefore() {
        if (latest == null || caughtUpAt == null) {
            return latest == null ? caughtUpAt : (Long) latest.kafkaTime();
        }
        return Math.max(latest.kafkaTime(), caughtUpAt);
    }
}
