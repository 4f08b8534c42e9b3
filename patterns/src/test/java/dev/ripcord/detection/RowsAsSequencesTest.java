package dev.ripcord.detection;

import static dev.ripcord.detection.Definitions.definition;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.userRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import dev.ripcord.pattern.Definition;
import dev.ripcord.session.Draft;
import dev.ripcord.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A row that a fact counts is one that a strict sequence would find, which costs a partial match at each step of it. */
class RowsAsSequencesTest {
    private static final int SESSIONS = 200;
    private static final int STEPS = 80;

    @Test
    void decisionsSinceACallAreASequenceOfDecisionsWithNoneBetween() {
        assertSameSignals(
                definition(
                        "row",
                        "sees: event.type in ['planner_decision', 'tool_invocation', 'user_request', 'human_approval']",
                        "sequence: [{name: planned, where: \"event.type == 'planner_decision'\", times: 3,"
                                + " between: strict}]",
                        "within: 1h",
                        "rearm: 1s"),
                definition(
                        "row",
                        "sequence: [{name: planned, where: \"event.type == 'planner_decision'"
                                + " && decision.since_call >= 3\"}]",
                        "rearm: 1s"));
    }

    @Test
    void churnIsASequenceOfResultsThatAreTheSameToNewCalls() {
        assertSameSignals(
                definition(
                        "row",
                        "sees: event.type == 'tool_response'",
                        "sequence: [{name: alike, where: call.count == 1, times: 3, between: strict,"
                                + " same: [event.tool, outcome.id]}]",
                        "within: 1h",
                        "rearm: 1s"),
                definition(
                        "row",
                        "sequence: [{name: alike, where: \"event.type == 'tool_response' && outcome.churn >= 3\"}]",
                        "rearm: 1s"));
    }

    private static void assertSameSignals(Definition sequence, Definition fact) {
        int found = 0;
        for (int seed = 0; seed < SESSIONS; seed++) {
            List<Envelope> log = log(new Random(seed)).envelopes();
            List<Long> expected = completedAt(sequence, log);
            assertThat(completedAt(fact, log)).as("session %d", seed).isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(SESSIONS / 4);
    }

    private static List<Long> completedAt(Definition definition, List<Envelope> log) {
        return Judging.throughState(PatternBook.enforcing(List.of(definition))).judge(log).signals().stream()
                .map(signal -> signal.position().offset())
                .toList();
    }

    private static Session log(Random random) {
        List<Draft> steps = new ArrayList<>();
        while (steps.size() < STEPS) {
            switch (random.nextInt(8)) {
                case 0, 1 -> steps.add(decision("plan " + random.nextInt(5)));
                case 2 -> steps.add(random.nextBoolean() ? userRequest("go on") : event("human_approval"));
                case 3 -> steps.add(event("cost_update"));
                case 4 -> steps.add(event("tool_response"));
                default -> {
                    steps.add(call(random.nextInt(4) == 0 ? "list" : "search", "{q: " + random.nextInt(30) + "}"));
                    steps.add(result(random.nextInt(4) == 0 ? "a hit" : "nothing"));
                }
            }
        }
        return session("s").then(steps.toArray(Draft[]::new));
    }
}
