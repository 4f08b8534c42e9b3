package dev.ripcord.fact;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.event.Envelope;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFoldStateTest {
    /** Anything that the state leaves out shows sooner or later, because it is left out again and again. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aFoldThatIsWrittenAndReadAgainAndAgainGoesOnAsIfItWereNot(long seed) throws IOException {
        List<Envelope> log = new RandomLog(seed, 3_000).envelopes();
        SessionFold uninterrupted = new SessionFold(FoldLimits.DEFAULT);
        SessionFold restored = new SessionFold(FoldLimits.DEFAULT);
        for (int number = 0; number < log.size(); number++) {
            restored = number % 3 == 1 ? restored : read(written(restored));
            assertThat(RandomLog.told(restored))
                    .as("seed %d, restored before event %d", seed, number)
                    .isEqualTo(RandomLog.told(uninterrupted));
            assertThat(RandomLog.after(restored, log.get(number)))
                    .as("seed %d, event %d", seed, number)
                    .isEqualTo(RandomLog.after(uninterrupted, log.get(number)));
        }
    }

    @Test
    void whatWasReadIsWrittenAgainByteForByte() throws IOException {
        byte[] state = written(foldOf(new RandomLog(3, 2_000).envelopes()));

        assertThat(written(read(state))).isEqualTo(state);
    }

    @Test
    void aSessionOfFiftyEventsThatRepeatNothingTakesFewBytes() throws IOException {
        var session = session("a")
                .repeats(
                        16,
                        round -> List.of(
                                decision("look into file " + round),
                                call("read", "{file: f" + round + "}")
                                        .costing("0.0123")
                                        .tokens(1_200, 80)
                                        .taking(700),
                                result("text " + round).inState("state-" + round)));

        assertThat(written(foldOf(session.envelopes())).length).isLessThan(1_750);
    }

    @Test
    void manyWordsInPlansArgumentsAndResultsTakeAboutTwoKilobytes() throws IOException {
        Random random = new Random(5);
        var session = session("a")
                .repeats(
                        16,
                        round -> List.of(
                                decision(words(random, " ")),
                                call("read", "{file: '" + words(random, " ") + "'}")
                                        .costing("0.0123")
                                        .tokens(1_200, 80)
                                        .taking(700),
                                result('"' + words(random, "\\n") + '"').inState("state-" + round)));

        assertThat(written(foldOf(session.envelopes())).length).isLessThan(2_048);
    }

    private static String words(Random random, String between) {
        return random.ints(60, 0, 100_000).mapToObj(word -> "w" + word).collect(Collectors.joining(between));
    }

    @Test
    void oneThatRepeatsItselfTakesFewer() throws IOException {
        var session = session("a")
                .repeats(
                        16,
                        decision("look"),
                        call("read").costing("0.01"),
                        result("text").inState("s"));

        assertThat(written(foldOf(session.envelopes())).length).isLessThan(1_000);
    }

    @Test
    void anEndlessSessionStaysBounded() throws IOException {
        assertThat(written(foldOf(new RandomLog(3, 30_000).envelopes())).length).isLessThan(40_000);
    }

    @Test
    void anEmptyFoldIsRestoredEmpty() throws IOException {
        SessionFold restored = read(written(new SessionFold(FoldLimits.DEFAULT)));

        assertThat(restored.position()).isNull();
        assertThat(restored.steps()).isZero();
        assertThat(restored.time()).isZero();
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
        byte[] state = written(foldOf(new RandomLog(1, 20).envelopes()));
        state[0] = 9;

        assertThatThrownBy(() -> read(state))
                .isInstanceOf(IOException.class)
                .hasMessage("the state of a session has version 9; this Ripcord reads 1 to 3");
    }

    @Test
    void aDamagedStateIsRefusedOrReadButBreaksNothing() throws IOException {
        byte[] state = written(foldOf(new RandomLog(2, 300).envelopes()));
        for (int index = 1; index < state.length; index += 3) {
            byte[] damaged = state.clone();
            damaged[index] ^= (byte) 0x80;
            try {
                assertThat(read(damaged)).isNotNull();
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }

    private static SessionFold foldOf(List<Envelope> log) {
        SessionFold fold = new SessionFold(FoldLimits.DEFAULT);
        log.forEach(fold::after);
        return fold;
    }

    private static byte[] written(SessionFold fold) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fold.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static SessionFold read(byte[] state) throws IOException {
        return SessionFold.read(new DataInputStream(new ByteArrayInputStream(state)), FoldLimits.DEFAULT);
    }
}
