package dev.ripcord.console.replay.source;

import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.util.List;

/**
 * Where the records of the past lie: a file, Kafka, the archive, or several of them.
 *
 * <p>A source that cannot give a part of what was asked for says so among its remarks, and gives the rest.
 */
public interface RecordSource extends AutoCloseable {
    /**
     * @param session whose records are wanted; others may come as well. Of topics that are not kept per session, all
     *     come
     * @return in the order of (partition, offset), each record once
     */
    RecordCursor open(Topic topic, SessionKey session) throws IOException, InterruptedException;

    /**
     * @return sessions that name this one as their parent or root, as far as the source can tell, in the order of their
     *     ids
     */
    List<Relative> relatives(SessionKey session) throws IOException, InterruptedException;

    /**
     * @return ids of sessions of the tenant that are there, for somebody who has mistyped one: some of them, and none
     *     where finding them would take long
     */
    List<String> sessions(String tenant) throws IOException, InterruptedException;

    /** @return what it could not give, a sentence each, so far */
    List<String> remarks();

    /**
     * @return why events may be missing before the first one that it gave, a sentence each; of interest where a session
     *     seems to begin in its middle
     */
    default List<String> beginnings() {
        return List.of();
    }

    @Override
    default void close() throws IOException {}
}
