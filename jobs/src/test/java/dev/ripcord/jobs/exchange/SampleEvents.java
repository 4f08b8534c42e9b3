package dev.ripcord.jobs.exchange;

import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.VolatileFields;
import dev.ripcord.topic.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Events that tell one from the other by their offsets. */
final class SampleEvents {
    private static final long TIME = 1_767_225_600_000L;

    private SampleEvents() {}

    static DigestedEvent event(String session, long offset) {
        byte[] record = """
                {"event_type": "message", "session_id": "%s", "agent_id": "a", "timestamp": %d,
                 "payload": {"content": "number %d"}}
                """.formatted(session, TIME + offset, offset).getBytes(StandardCharsets.UTF_8);
        var decoded = (Decoded.Readable) EventDecoder.decode(record);
        var envelope = new Envelope(new Position(0, offset), TIME + offset, decoded.event(), record);
        return DigestedEvent.of(envelope, VolatileFields.DEFAULT);
    }

    /** @return those of its events, in their order */
    static List<String> offsets(EventBatch batch) throws IOException {
        var reader = new BatchReader();
        reader.begin(batch);
        List<String> offsets = new ArrayList<>();
        for (DigestedEvent event = reader.next(); event != null; event = reader.next()) {
            offsets.add(String.valueOf(event.position().offset()));
        }
        return offsets;
    }
}
