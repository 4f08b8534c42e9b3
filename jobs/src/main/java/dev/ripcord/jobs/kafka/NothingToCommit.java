package dev.ripcord.jobs.kafka;

import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * What there is to commit where nothing is written in transactions. There is none of it; but Flink's KafkaSink stood
 * where {@link LastingSink} stands, with a committer behind it, and a savepoint from then has a place for the state of
 * one.
 */
final class NothingToCommit {
    private NothingToCommit() {}

    /** Is never asked. */
    static final class Nobody implements Committer<NothingToCommit> {
        @Override
        public void commit(Collection<CommitRequest<NothingToCommit>> requests) {}

        @Override
        public void close() {}
    }

    /** Is asked for its version alone, which is that of KafkaSink's. */
    static final class Form implements SimpleVersionedSerializer<NothingToCommit> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(NothingToCommit nothing) {
            throw new UnsupportedOperationException("nothing is ever committed");
        }

        @Override
        public NothingToCommit deserialize(int version, byte[] serialized) {
            throw new UnsupportedOperationException("nothing was ever committed: it was written at least once");
        }
    }
}
