package dev.ripcord.deploy.bench.engine;

import dev.ripcord.deploy.bench.traffic.SyntheticLog;
import dev.ripcord.deploy.bench.traffic.Traffic;
import dev.ripcord.fact.DigestedEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The whole log from an event on: there is one split, because there is one source. */
record LogSplit(String job, Traffic traffic, long from)
        implements IteratorSourceSplit<DigestedEvent, LogSplit.Reading> {
    @Override
    public String splitId() {
        return job;
    }

    @Override
    public Reading getIterator() {
        return new Reading(Notes.of(job), new SyntheticLog(traffic), from);
    }

    @Override
    public LogSplit getUpdatedSplitForIterator(Reading reading) {
        return new LogSplit(job, traffic, reading.next);
    }

    /** Makes one event at a time. */
    static final class Reading implements Iterator<DigestedEvent> {
        private final Notes notes;
        private final SyntheticLog log;
        private long next;

        private Reading(Notes notes, SyntheticLog log, long from) {
            this.notes = notes;
            this.log = log;
            this.next = from;
        }

        @Override
        public boolean hasNext() {
            if (notes.isStopping()) {
                notes.emitted(next);
                return false;
            }
            return true;
        }

        @Override
        public DigestedEvent next() {
            return log.digested(next++);
        }
    }

    static final class Serializer implements SimpleVersionedSerializer<LogSplit> {
        private static final int VERSION = 1;

        @Override
        public int getVersion() {
            return VERSION;
        }

        @Override
        public byte[] serialize(LogSplit split) throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var out = new DataOutputStream(bytes)) {
                out.writeUTF(split.job);
                out.writeInt(split.traffic.live());
                out.writeInt(split.traffic.length());
                out.writeInt(split.traffic.loopPerMille());
                out.writeLong(split.traffic.begin());
                out.writeLong(split.traffic.stepMillis());
                out.writeLong(split.from);
            }
            return bytes.toByteArray();
        }

        @Override
        public LogSplit deserialize(int version, byte[] bytes) throws IOException {
            var in = new DataInputStream(new ByteArrayInputStream(bytes));
            return new LogSplit(
                    in.readUTF(),
                    new Traffic(in.readInt(), in.readInt(), in.readInt(), in.readLong(), in.readLong()),
                    in.readLong());
        }
    }

    /** The split where no reader has it yet; nothing otherwise. */
    static final class Remaining implements SimpleVersionedSerializer<Collection<LogSplit>> {
        private final Serializer one = new Serializer();

        @Override
        public int getVersion() {
            return one.getVersion();
        }

        @Override
        public byte[] serialize(Collection<LogSplit> splits) throws IOException {
            return splits.isEmpty()
                    ? new byte[0]
                    : one.serialize(splits.iterator().next());
        }

        @Override
        public Collection<LogSplit> deserialize(int version, byte[] bytes) throws IOException {
            return bytes.length == 0 ? List.of() : List.of(one.deserialize(version, bytes));
        }
    }
}
