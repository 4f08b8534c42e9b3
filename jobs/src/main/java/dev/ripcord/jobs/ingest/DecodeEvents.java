package dev.ripcord.jobs.ingest;

import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.VolatileFields;
import dev.ripcord.jobs.serialization.JsonSerializer;
import dev.ripcord.signal.DeadLetter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Turns records into events with what they say worked out, and what is none into dead letters. Never throws: a poison
 * record must not stop the guard.
 */
public final class DecodeEvents extends ProcessFunction<RawRecord, DigestedEvent> {
    public static final OutputTag<DeadLetter> DEAD =
            new OutputTag<>("dead-letters", JsonSerializer.typeOf(DeadLetter.class));

    private final DeadLetters letters;
    private final VolatileFields volatileFields;
    private transient Counter events;
    private transient Counter dead;

    /** @param volatileFields arguments that do not count when calls are compared */
    public DecodeEvents(DeadLetters letters, VolatileFields volatileFields) {
        this.letters = letters;
        this.volatileFields = volatileFields;
    }

    @Override
    public void open(OpenContext context) {
        events = getRuntimeContext().getMetricGroup().counter("events");
        dead = getRuntimeContext().getMetricGroup().counter("dead_letters");
    }

    @Override
    public void processElement(RawRecord raw, Context context, Collector<DigestedEvent> out) {
        Decoded decoded = EventDecoder.decode(raw.value());
        if (decoded instanceof Decoded.Readable readable) {
            events.inc();
            Envelope envelope = new Envelope(raw.position(), raw.kafkaTime(), readable.event(), raw.value());
            out.collect(DigestedEvent.of(envelope, volatileFields));
        } else if (decoded instanceof Decoded.Unreadable unreadable) {
            dead.inc();
            context.output(DEAD, letters.of(raw, unreadable));
        }
    }
}
