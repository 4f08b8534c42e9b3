package dev.ripcord.jobs.detect;

import static dev.ripcord.jobs.detect.DetectSetup.knowing;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import dev.ripcord.jobs.library.PatternRecords;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Document;
import dev.ripcord.session.Session;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is counted of sessions that are not judged as they should be. */
class DetectionMetricsTest {
    private static final Document RUN =
            DefinitionReader.read("run", """
                    id: run
                    version: 1
                    title: Some of a, then b
                    why: The number of a shapes the states.
                    action: warn
                    severity: info
                    parameters: {least: {default: 2, description: calls}}
                    sequence:
                      - {name: a, where: "event.type == 'a'", times: params.least..}
                      - {name: b, where: "event.type == 'b'"}
                    within: 1h
                    message: "so it is"
                    """).documents().get(0);

    private static final List<Envelope> LOG =
            session("s").repeats(3, event("a")).then(event("b")).envelopes();

    @Test
    void partialMatchesThatAreLostWithTheStructureOfTheirDefinitionAreCounted() throws Exception {
        try (var harness =
                knowing(() -> PatternRecords.enforced(RUN, 0, Session.START)).open()) {
            harness.send(LOG.subList(0, 2));
            assertThat(harness.operator().metrics().forgotten()).isZero();
            harness.tell(PatternRecords.activated(
                    RUN, Map.of("least", 3), 2, LOG.get(2).kafkaTime()));
            harness.send(LOG.subList(2, 3));
            long forgotten = harness.operator().metrics().forgotten();
            assertThat(forgotten).isPositive();
            harness.send(LOG.subList(3, 4));
            assertThat(harness.signals()).isEmpty();
            assertThat(harness.operator().metrics().forgotten()).isEqualTo(forgotten);
        }
    }

    @Test
    void theSameDefinitionActivatedAgainLosesNothing() throws Exception {
        try (var harness =
                knowing(() -> PatternRecords.enforced(RUN, 0, Session.START)).open()) {
            harness.send(LOG.subList(0, 2));
            harness.tell(PatternRecords.activated(RUN, Map.of(), 2, LOG.get(2).kafkaTime()));
            harness.send(LOG.subList(2, 4));
            assertThat(harness.signals()).hasSize(1);
            assertThat(harness.operator().metrics().forgotten()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Backends.class)
    void aSessionInTwoPartitionsIsCountedOnceAlsoWhenItGoesOnAfterARestore(Backends backend) throws Exception {
        List<Envelope> there = session("s").withoutIds().repeats(2, call("x")).envelopes(0, 10);
        List<Envelope> elsewhere =
                session("s").withoutIds().repeats(3, call("x")).envelopes(3, 5);
        OperatorSubtaskState snapshot;
        try (var harness = knowing(List::of).on(backend.backend()).open()) {
            harness.send(there.subList(0, 1));
            harness.send(session("in-one").repeats(3, call("x")).envelopes(0, 20));
            assertThat(harness.operator().metrics().splitSessions()).isZero();
            harness.send(elsewhere.subList(0, 2));
            harness.send(there.subList(1, 2));
            assertThat(harness.operator().metrics().splitSessions()).isEqualTo(1);
            harness.send(session("also").withoutIds().then(call("x")).envelopes(0, 30));
            harness.send(session("also").withoutIds().then(call("x")).envelopes(1, 30));
            assertThat(harness.operator().metrics().splitSessions()).isEqualTo(2);
            snapshot = harness.snapshot();
        }
        try (var restored = knowing(List::of).on(backend.backend()).restore(snapshot)) {
            restored.send(elsewhere.subList(2, 3));
            assertThat(restored.operator().metrics().splitSessions()).isZero();
        }
    }
}
