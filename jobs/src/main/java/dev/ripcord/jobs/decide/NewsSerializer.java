package dev.ripcord.jobs.decide;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.jobs.control.ControlRecordSerializer;
import dev.ripcord.jobs.serialization.RecordSerializer;
import dev.ripcord.jobs.serialization.SerializedType;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.Violation;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A byte that says what it is, then the record. Between operators only, never in state. */
public final class NewsSerializer extends RecordSerializer<News> {
    public static final SerializedType<News> TYPE = new SerializedType<>(News.class, new NewsSerializer());

    private static final int SIGNAL = 0;
    private static final int VIOLATION = 1;
    private static final int CONTROL = 2;
    private static final int ACKNOWLEDGEMENT = 3;
    private static final int ANSWER = 4;

    @Override
    public void serialize(News news, DataOutputView target) throws IOException {
        if (news instanceof News.OfSignal of) {
            target.writeByte(SIGNAL);
            write(of.signal(), target);
        } else if (news instanceof News.OfViolation of) {
            target.writeByte(VIOLATION);
            write(of.violation(), target);
        } else if (news instanceof News.OfControl of) {
            target.writeByte(CONTROL);
            ControlRecordSerializer.INSTANCE.serialize(of.record(), target);
        } else if (news instanceof News.OfAcknowledgement of) {
            target.writeByte(ACKNOWLEDGEMENT);
            target.writeLong(of.kafkaTime());
            write(of.acknowledgement(), target);
        } else if (news instanceof News.OfAnswer of) {
            target.writeByte(ANSWER);
            target.writeLong(of.kafkaTime());
            write(of.acknowledgement(), target);
        }
    }

    private static void write(Object value, DataOutputView target) throws IOException {
        byte[] json = Json.bytes(value);
        target.writeInt(json.length);
        target.write(json);
    }

    @Override
    public News deserialize(DataInputView source) throws IOException {
        int kind = source.readByte();
        return switch (kind) {
            case SIGNAL -> new News.OfSignal(read(Signal.class, source));
            case VIOLATION -> new News.OfViolation(read(Violation.class, source));
            case CONTROL -> new News.OfControl(ControlRecordSerializer.INSTANCE.deserialize(source));
            case ACKNOWLEDGEMENT -> acknowledgement(source);
            case ANSWER -> answer(source);
            default -> throw new IOException("news of kind " + kind + "; this Ripcord knows 0 to " + ANSWER);
        };
    }

    private static News acknowledgement(DataInputView source) throws IOException {
        long kafkaTime = source.readLong();
        return new News.OfAcknowledgement(read(Acknowledgement.class, source), kafkaTime);
    }

    private static News answer(DataInputView source) throws IOException {
        long kafkaTime = source.readLong();
        return new News.OfAnswer(read(Acknowledgement.class, source), kafkaTime);
    }

    private static <T> T read(Class<T> type, DataInputView source) throws IOException {
        byte[] json = new byte[source.readInt()];
        source.readFully(json);
        return Json.read(json, type);
    }

    @Override
    public TypeSerializerSnapshot<News> snapshotConfiguration() {
        throw new UnsupportedOperationException("news travel between operators, they are not state");
    }
}
