package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.event.Envelope;
import dev.ripcord.event.Payload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StepCodecTest {
    @Test
    void aStepIsReadAsItWasWrittenButForItsPayload() throws IOException {
        SessionFold fold = new SessionFold(FoldLimits.DEFAULT);
        for (Envelope envelope : new RandomLog(4, 500).envelopes()) {
            Step step = fold.after(envelope).orElse(null);
            if (step != null) {
                Step read = read(written(step));

                assertThat(read.event()).isEqualTo(step.event());
                assertThat(read.facts().toMap()).isEqualTo(step.facts().toMap());
                assertThat(read.position()).isEqualTo(step.position());
                assertThat(read.time()).isEqualTo(step.time());
                assertThat(read.kafkaTime()).isEqualTo(step.kafkaTime());
                assertThat(read.payload()).isSameAs(Payload.EMPTY);
            }
        }
    }

    @Test
    void anyTextSurvives() throws IOException {
        String strange = "\uD83D\u0000ß完";
        Step step = fold(session("a").agent(strange).then(call("x"))).steps().get(0);
        Step odd = new Step(
                step.position(),
                step.time(),
                step.kafkaTime(),
                new StepEvent(strange, strange, null, "", null, null, null, null, null, null),
                step.facts(),
                step.payload());

        assertThat(read(written(odd)).event()).isEqualTo(odd.event());
    }

    @Test
    void anUnknownFactIsLeftOut() throws IOException {
        Step step = fold(session("a").then(call("x"))).steps().get(0);
        byte[] state = written(step);
        // The last fact's code, before its value and the final 0: a code that no fact has ever had.
        state[state.length - 3] = 127;
        var facts = read(state).facts();

        assertThat(facts.has(Fact.CALL_COUNT)).isTrue();
        assertThat(facts.toMap()).hasSize(step.facts().toMap().size() - 1);
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
        byte[] state = written(fold(session("a").then(call("x"))).steps().get(0));
        state[0] = 3;

        assertThatThrownBy(() -> read(state)).hasMessage("the state of a step has version 3; this Ripcord reads 1");
    }

    private static byte[] written(Step step) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StepCodec.write(step, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Step read(byte[] state) throws IOException {
        return StepCodec.read(new DataInputStream(new ByteArrayInputStream(state)));
    }
}
