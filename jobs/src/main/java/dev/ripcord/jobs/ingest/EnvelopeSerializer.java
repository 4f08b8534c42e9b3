package dev.ripcord.jobs.ingest;

import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.jobs.serialization.RecordSerializer;
import dev.ripcord.jobs.serialization.SerializedType;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Carries an envelope as the record that it came from, and decodes the event again on the other side: the producer's
 * bytes are the smallest form that loses nothing, and JSON reads as fast as any tree format.
 */
public final class EnvelopeSerializer extends RecordSerializer<Envelope> {
    public static final EnvelopeSerializer INSTANCE = new EnvelopeSerializer();
    public static final SerializedType<Envelope> TYPE = new SerializedType<>(Envelope.class, INSTANCE);

    @Override
    public void serialize(Envelope envelope, DataOutputView target) throws IOException {
        RawRecordSerializer.INSTANCE.serialize(
                new RawRecord(envelope.position(), envelope.kafkaTime(), envelope.bytes()), target);
    }

    @Override
    public Envelope deserialize(DataInputView source) throws IOException {
        RawRecord raw = RawRecordSerializer.INSTANCE.deserialize(source);
        if (EventDecoder.decode(raw.value()) instanceof Decoded.Readable readable) {
            return new Envelope(raw.position(), raw.kafkaTime(), readable.event(), raw.value());
        }
        throw new IOException("the event at " + raw.position() + " was readable when it was sent, and is not any more");
    }

    @Override
    public TypeSerializerSnapshot<Envelope> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Nothing to tell: the layout has one version. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Envelope> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
