package dev.ripcord.jobs.ingest;

import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.jobs.serialization.JsonSerializer;
import dev.ripcord.signal.DeadLetter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Turns records into events, and what is none into dead letters. Never throws: a poison record must not stop the guard. */
public final class DecodeEvents extends ProcessFunction<RawRecord, Envelope> {
    public static final OutputTag<DeadLetter> DEAD =
            new OutputTag<>("dead-letters", JsonSerializer.typeOf(DeadLetter.class));

    private final DeadLetters letters;
    private transient Counter events;
    private transient Counter dead;

    public DecodeEvents(DeadLetters letters) {
        this.letters = letters;
    }

    @Override
    public void open(OpenContext context) {
        events = getRuntimeContext().getMetricGroup().counter("events");
        dead = getRuntimeContext().getMetricGroup().counter("dead_letters");
    }

    @Override
    public void processElement(RawRecord raw, Context context, Collector<Envelope> out) {
        Decoded decoded = EventDecoder.decode(raw.value());
        if (decoded instanceof Decoded.Readable readable) {
            events.inc();
            out.collect(new Envelope(raw.position(), raw.kafkaTime(), readable.event(), raw.value()));
        } else if (decoded instanceof Decoded.Unreadable unreadable) {
            dead.inc();
            context.output(DEAD, letters.of(raw, unreadable));
        }
    }
}
