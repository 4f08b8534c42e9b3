package dev.ripcord.fact;

import dev.ripcord.event.Payload;
import dev.ripcord.topic.Position;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Steps as partial matches keep them: without payload, facts by {@link Fact#code}. A fact that a newer version wrote
 * and this one does not know is left out when read.
 */
public final class StepCodec {
    /** Raised with every change of what {@link #write} writes, and the layout of the whole session's state with it. */
    private static final int VERSION = 1;

    private static final Fact[] FACTS = Fact.values();

    private StepCodec() {}

    public static void write(Step step, DataOutput output) throws IOException {
        output.writeByte(VERSION);
        FoldOutput out = new FoldOutput(output);
        out.signed(step.position().partition());
        out.signed(step.position().offset());
        out.signed(step.time());
        out.signed(step.kafkaTime() - step.time());
        write(step.event(), out);
        write(step.facts(), out);
    }

    /** @throws IOException where another version wrote it, or it is damaged */
    public static Step read(DataInput input) throws IOException {
        int version = input.readByte();
        if (version != VERSION) {
            throw new IOException("the state of a step has version " + version + "; this Ripcord reads " + VERSION);
        }
        FoldInput in = new FoldInput(input, version);
        Position position = new Position((int) in.signed(), in.signed());
        long time = in.signed();
        long kafkaTime = time + in.signed();
        return new Step(position, time, kafkaTime, readEvent(in), readFacts(in), Payload.EMPTY);
    }

    private static void write(StepEvent event, FoldOutput out) throws IOException {
        out.text(event.type());
        out.text(event.agent());
        out.text(event.tool());
        out.text(event.status());
        out.text(event.model());
        out.text(event.fromAgent());
        out.text(event.toAgent());
        out.text(event.eventId());
        out.text(event.requestRef());
        out.text(event.callerStep());
    }

    private static StepEvent readEvent(FoldInput in) throws IOException {
        return new StepEvent(
                in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(),
                in.text());
    }

    private static void write(FactValues facts, FoldOutput out) throws IOException {
        for (Fact fact : FACTS) {
            if (facts.has(fact)) {
                out.count(fact.code());
                out.signed(facts.bits(fact));
            }
        }
        out.count(0); // no fact has this code
    }

    private static FactValues readFacts(FoldInput in) throws IOException {
        FactValues facts = new FactValues();
        for (int code = code(in); code != 0; code = code(in)) {
            long bits = in.signed();
            Fact fact = Fact.coded(code).orElse(null);
            if (fact != null) {
                facts.set(fact, bits);
            }
        }
        return facts;
    }

    private static int code(FoldInput in) throws IOException {
        return in.size(Short.MAX_VALUE);
    }
}
