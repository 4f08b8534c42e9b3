package dev.ripcord.detection;

import static dev.ripcord.detection.Definitions.definition;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.event.Envelope;
import dev.ripcord.pattern.Definition;
import dev.ripcord.session.Session;
import dev.ripcord.topic.SessionKey;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionStateTest {
    private static final Definition RUN = definition(
            "run",
            "parameters: {least: {default: 2, description: calls}}",
            "sequence: [{name: a, where: \"event.type == 'a'\", times: params.least..},"
                    + " {name: b, where: \"event.type == 'b'\"}]",
            "within: 1h");

    private static final ActivePatterns RUNS =
            PatternBook.enforcing(List.of(RUN)).at("default", 0);

    @Test
    void whatIsReadBackIsWhatWasWritten() {
        SessionState session = Judging.inMemory(RUNS)
                .judge(session("s").repeats(5, event("a")).envelopes())
                .session("s");
        SessionState read = Judging.copy(session, DetectionLimits.DEFAULT);
        assertThat(Judging.bytes(read)).isEqualTo(Judging.bytes(session));
        assertThat(read.summary()).isEqualTo(session.summary());
        assertThat(read.key()).isEqualTo(new SessionKey("default", "s"));
    }

    @Test
    void whenItIsOverCanBeReadAlone() throws IOException {
        SessionState open = Judging.inMemory(RUNS)
                .judge(session("s").repeats(5, event("a")).envelopes(3, 0))
                .session("s");
        SessionState ended = Judging.inMemory(RUNS)
                .judge(session("s")
                        .repeats(5, event("a"))
                        .then(event("session_end"))
                        .envelopes())
                .session("s");
        assertThat(ended.overAfter()).isNotEqualTo(open.overAfter());
        assertThat(readExpiry(open)).isEqualTo(open.expiry()).isEqualTo(new Expiry(3, open.overAfter()));
        assertThat(readExpiry(ended)).isEqualTo(ended.expiry()).isEqualTo(new Expiry(0, ended.overAfter()));
    }

    private static Expiry readExpiry(SessionState session) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(Judging.bytes(session)));
        return SessionState.readExpiry(in, DetectionLimits.DEFAULT);
    }

    @Test
    void stepsThatPartialMatchesShareAreWrittenOnce() {
        int five = stateAfter(5);
        int ten = stateAfter(10);
        int fifteen = stateAfter(15);
        // 5 more steps add some 60 bytes each, and their partial matches a few; unshared, they would add hundreds.
        assertThat(ten - five).isLessThan(5 * 200);
        assertThat(fifteen - ten).isLessThan(5 * 300);
    }

    private static int stateAfter(int steps) {
        return Judging.bytes(Judging.inMemory(RUNS)
                        .judge(session("s")
                                .withoutIds()
                                .repeats(steps, event("a"))
                                .envelopes())
                        .session("s"))
                .length;
    }

    @Test
    void aDefinitionThatIsNoLongerInForceLosesItsPartialMatches() {
        SessionState session = Judging.inMemory(RUNS)
                .judge(session("s").repeats(2, event("a")).envelopes())
                .session("s");
        SessionDetector detector = new SessionDetector(DetectionLimits.DEFAULT);
        var log =
                session("s").repeats(2, event("a")).then(event("x"), event("b")).envelopes();
        Judgement without = detector.judge(session, log.get(2), ActivePatterns.NONE);
        assertThat(without.forgotten()).isZero();
        assertThat(session.progress()).isEmpty();
        assertThat(detector.judge(session, log.get(3), RUNS).signals()).isEmpty();
    }

    @Test
    void anotherStructureForgetsPartialMatchesAndSaysSo() {
        SessionState session = Judging.inMemory(RUNS)
                .judge(session("s").repeats(2, event("a")).envelopes())
                .session("s");
        ActivePatterns three =
                PatternBook.enforcing(List.of(RUN), Map.of("least", 3)).at("default", 0);
        var next =
                session("s").repeats(2, event("a")).then(event("b")).envelopes().get(2);
        Judgement judgement = new SessionDetector(DetectionLimits.DEFAULT).judge(session, next, three);
        assertThat(judgement.forgotten()).isPositive();
        assertThat(judgement.signals()).isEmpty();
    }

    @Test
    void anotherValueInAConditionForgetsNothing() {
        Definition tuned = definition(
                "tuned",
                "parameters: {least: {default: 9, description: calls}}",
                "sequence: [{name: first, where: \"event.type == 'tool_invocation'\"},"
                        + " {name: many, where: \"call.count >= params.least\"}]",
                "within: 1h");
        var log = session("s").repeats(3, call("x")).envelopes();
        SessionState session = Judging.inMemory(
                        PatternBook.enforcing(List.of(tuned)).at("default", 0))
                .judge(log.subList(0, 2))
                .session("s");
        ActivePatterns three =
                PatternBook.enforcing(List.of(tuned), Map.of("least", 3)).at("default", 0);
        Judgement judgement = new SessionDetector(DetectionLimits.DEFAULT).judge(session, log.get(2), three);
        assertThat(judgement.forgotten()).isZero();
        assertThat(judgement.signals()).hasSize(1);
    }

    @Test
    void aStateThatNoCompilationKnowsIsForgottenAndTheRestGoesOn() {
        ActivePattern pattern = RUNS.inOrder().get(0);
        KeptStep step = KeptStep.of(RandomSteps.step(0, 1_000, "a", "t"));
        Progress progress = Progress.read(
                pattern.key(),
                pattern.compiled().structure(),
                List.of(
                        new PartialMatch("of-another-version", new TakenStep("a", step, null)),
                        PartialMatch.start("start-of-another-version")));
        HeldSteps held = new HeldSteps();
        assertThat(progress.bind(pattern, 0, held)).isEqualTo(1);
        assertThat(progress.begun()).isZero();
        assertThat(held.bytes()).isZero();

        StateWalk walk = new StateWalk();
        walk.begin(RandomSteps.step(1, 1_001, "a", "t"));
        progress.bound().after(RandomSteps.step(1, 1_001, "a", "t"), walk, DetectionLimits.DEFAULT);
        assertThat(progress.begun()).isEqualTo(1);
    }

    @Test
    void aStateOfANewerVersionIsRefusedWithBothVersions() {
        byte[] newer = Judging.bytes(new SessionState(new SessionKey("default", "s"), DetectionLimits.DEFAULT));
        newer[0] = 99;
        assertThatThrownBy(() -> SessionState.read(
                        new DataInputStream(new ByteArrayInputStream(newer)), DetectionLimits.DEFAULT))
                .hasMessageContaining("version 99")
                .hasMessageContaining("versions 1 to 4");
    }

    /** Two of "a", the "b" that completes a match, and two of "a" again, written before releases were known. */
    private static final String OF_VERSION_1 = """
            AQAHZGVmYXVsdAABcwGAoNXt7mbAPgAAAAAAAAAAAAAAAAUAI8HS1eDfN84A72kbm9ARU/kAwImXq3BY2xwA7CTgNdJRAYsAgGzH
            VbuCPYYBAAgAwN7V7e5mAQAFYWdlbnQAAAAAAAAAAAAAAAEFAAAAAAAAAAAAAQUAgKDV7e5mACA1ZWU4MDA2MmQ0OWMzZTE1MTIy
            NmQwNTNhMmY0ZTNkNwEAA3J1bgAAAZt22q/QBAEAAICg1e3uZgABAAFhAQAFYWdlbnQAAAAAAAEAA3MtMQAALQIuAG4CbwBwAHIA
            AAEAAtCv1e3uZgABAAFhAQAFYWdlbnQAAAAAAAEAA3MtMgAALQQuAG4EbwBw0A9x0A9yAAABAAbwztXt7mYAAQABYQEABWFnZW50
            AAAAAAABAANzLTQAAC0ILgBuCG8AcPAucdAPcgAAAQAIwN7V7e5mAAEAAWEBAAVhZ2VudAAAAAAAAQADcy01AAAtCi4AbgpvAHDA
            PnHQD3IAAAQAAWEAAWIAA2E6MQADYToyAQAUcnVuQGRlZjBiMzk3ZjYwZTc4MjAAEGQ5OWZlYjRjZjExNzZkZjgKAAAAAAEBAAIC
            AAMDAAEAAAIFAAMGAAIAAAMIAAMABwAEAQMABwEGAAkCCgMA""";

    @Test
    void aStateOfVersionOneGoesOnWhereItStopped() throws IOException {
        Session log = session("s").repeats(2, event("a")).then(event("b"), event("a"), event("a"), event("b"));
        List<Envelope> events = log.envelopes();
        byte[] old = Base64.getMimeDecoder().decode(OF_VERSION_1);
        SessionState read =
                SessionState.read(new DataInputStream(new ByteArrayInputStream(old)), DetectionLimits.DEFAULT);

        assertThat(read.fold().steps()).isEqualTo(5);
        assertThat(new SessionDetector(DetectionLimits.DEFAULT)
                        .judge(read, events.get(5), RUNS)
                        .signals())
                .hasSize(1);
    }
}
