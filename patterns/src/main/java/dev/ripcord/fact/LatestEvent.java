package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import dev.ripcord.topic.Position;
import java.io.IOException;

/** What is remembered of the events of a session themselves: the latest one's place and agent, its lineage, its end. */
public final class LatestEvent {
    private static final long NOWHERE = Long.MIN_VALUE;

    /** Of its position, which a session does not hold itself: an old object with a young one costs each collection. */
    private int partition;

    private long offset = NOWHERE;
    private int firstPartition;
    private long kafkaTime;
    private String agent = "";
    private String parentSession;
    private String rootSession;
    private boolean ended;

    void after(DigestedEvent event) {
        partition = event.position().partition();
        if (offset == NOWHERE) {
            firstPartition = partition;
        }
        offset = event.position().offset();
        kafkaTime = event.kafkaTime();
        agent = event.agent();
        parentSession = parentSession == null ? event.parentSession() : parentSession;
        rootSession = rootSession == null ? event.rootSession() : rootSession;
        ended |= event.type().equals(EventTypes.SESSION_END) || event.type().equals(EventTypes.TERMINATION);
    }

    /** @return null before the first event */
    Position position() {
        return offset == NOWHERE ? null : new Position(partition, offset);
    }

    /** @return that of {@link #position}; 0 before the first event */
    public int partition() {
        return partition;
    }

    /** @return whether the latest event lies in another partition than the first */
    boolean isSplit() {
        return offset != NOWHERE && partition != firstPartition;
    }

    /** @return the broker's time of it; 0 where there is none */
    public long kafkaTime() {
        return kafkaTime;
    }

    String agent() {
        return agent;
    }

    /** @return the first that an event named; null where none did */
    String parentSession() {
        return parentSession;
    }

    /** @return the first that an event named; null where none did */
    String rootSession() {
        return rootSession;
    }

    /** @return whether it, or one before it, was the end of the session */
    public boolean ended() {
        return ended;
    }

    void write(FoldOutput out) throws IOException {
        if (out.nothing(offset == NOWHERE)) {
            return;
        }
        out.signed(partition);
        out.signed(offset);
        out.signed(firstPartition);
        out.time(kafkaTime);
        out.text(agent);
        out.text(parentSession);
        out.text(rootSession);
        out.flag(ended);
    }

    void read(FoldInput in) throws IOException {
        if (in.nothing()) {
            return;
        }
        partition = (int) in.signed();
        offset = in.signed();
        firstPartition = (int) in.signed();
        kafkaTime = in.time();
        agent = in.text();
        parentSession = in.text();
        rootSession = in.text();
        ended = in.flag();
    }
}
