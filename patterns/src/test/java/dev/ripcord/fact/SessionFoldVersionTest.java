package dev.ripcord.fact;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.cost;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.error;
import static dev.ripcord.session.Sessions.handoff;
import static dev.ripcord.session.Sessions.message;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.retry;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.start;
import static dev.ripcord.session.Sessions.userRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import dev.ripcord.session.Session;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Sessions that earlier versions kept; the files were written by them. */
class SessionFoldVersionTest {
    /** What each version had folded when it wrote {@code session-fold-VERSION.bin}. */
    private static Session kept() {
        return session("a")
                .then(start(), userRequest("settle the invoices"))
                .repeats(
                        6,
                        round -> List.of(
                                decision("look into file " + round % 3),
                                call("read", "{file: f" + round % 3 + "}")
                                        .costing("0.0123")
                                        .tokens(1200, 80)
                                        .taking(700),
                                result("text " + round % 2).inState("state-" + round % 4)))
                .then(call("write", "{file: x}"), error("disk full"), call("write", "{file: x}"), error("disk full"))
                .then(handoff("planner", "coder", "fix it"), handoff("coder", "planner"), message("still at it"))
                .then(retry().with("budget_remaining", "4.5"))
                .then(
                        call("fetch", "{url: u}").answering("r1"),
                        call("fetch", "{url: v}").answering("r2"));
    }

    private static Session goingOn() {
        return kept().then(result("page u").answering("r1"), result("page v").answering("r2"))
                .then(handoff("planner", "coder", "fix it"), message("still at it"), decision("look into file 1"))
                .repeats(
                        3,
                        call("read", "{file: f1}").costing("0.02"),
                        result("text 1").inState("state-1"))
                .then(call("write", "{file: x}"), error("disk full"));
    }

    @Test
    void aSessionOfVersion1GoesOnWithTheFactsThatItHad() throws IOException {
        assertGoesOn("session-fold-1.bin", SessionFoldVersionTest::factsOfVersion1);
    }

    private static void assertGoesOn(String file, Function<Step, Map<String, Object>> facts) throws IOException {
        SessionFold restored = read(file);
        SessionFold whole = new SessionFold(FoldLimits.DEFAULT);
        kept().envelopes().forEach(whole::after);

        assertThat(RandomLog.told(restored)).isEqualTo(RandomLog.told(whole));
        for (Envelope next : later()) {
            assertThat(facts.apply(restored.after(next).orElseThrow()))
                    .isEqualTo(facts.apply(whole.after(next).orElseThrow()));
        }
    }

    @Test
    void factsThatVersion1DidNotHaveBeginWithWhatComes() throws IOException {
        SessionFold restored = read("session-fold-1.bin");
        List<Object> debts = later().stream()
                .map(next -> restored.after(next).orElseThrow().facts().value(Fact.STALL_DEBT))
                .toList();

        assertThat(debts.subList(0, 5)).as("until the next call is made").containsOnlyNulls();
        assertThat(debts.get(5))
                .as("made in version 1 already, after a decision of then")
                .isEqualTo(0.85);
    }

    @Test
    void whetherACallGotOnWhileNobodyLookedIsNotKnown() throws IOException {
        SessionFold restored = read("session-fold-1.bin");

        assertThat(later())
                .extracting(next -> restored.after(next).orElseThrow().facts().value(Fact.CALL_SINCE_PROGRESS))
                .containsOnlyNulls();
    }

    @Test
    void aSessionOfVersion2GoesOnWithAllFactsButThoseOfLaterVersions() throws IOException {
        assertGoesOn("session-fold-2.bin", SessionFoldVersionTest::factsOfVersion2);
    }

    @Test
    void decisionsSinceACallAreCountedFromWhatComesAfterVersion2() throws IOException {
        SessionFold restored = read("session-fold-2.bin");

        assertThat(later())
                .extracting(next -> restored.after(next).orElseThrow().facts().value(Fact.DECISION_SINCE_CALL))
                .containsOnlyOnce(1L);
    }

    /** Of decisions and much else it has nothing, which takes a byte each. */
    @Test
    void aSessionOfVersion2WithHardlyAnythingGoesOn() throws IOException {
        SessionFold kept = new SessionFold(FoldLimits.DEFAULT);
        session("a").then(start(), cost("0.01")).envelopes().forEach(kept::after);

        assertThat(RandomLog.told(read("session-fold-2-of-costs.bin"))).isEqualTo(RandomLog.told(kept));
    }

    private static List<Envelope> later() {
        List<Envelope> all = goingOn().envelopes();
        return all.subList(kept().envelopes().size(), all.size());
    }

    private static Map<String, Object> factsOfVersion1(Step step) {
        Map<String, Object> facts = factsOfVersion2(step);
        facts.keySet()
                .removeIf(name -> name.startsWith("stall.")
                        || name.startsWith("request.")
                        || name.endsWith(".type_count")
                        || name.equals("call.since_progress"));
        return facts;
    }

    private static Map<String, Object> factsOfVersion2(Step step) {
        Map<String, Object> facts = new TreeMap<>(step.facts().toMap());
        facts.keySet().removeIf(name -> name.startsWith("outcome.churn") || name.equals("decision.since_call"));
        return facts;
    }

    private static SessionFold read(String file) throws IOException {
        try (var in = new DataInputStream(SessionFoldVersionTest.class.getResourceAsStream(file))) {
            return SessionFold.read(in, FoldLimits.DEFAULT);
        }
    }
}
