package dev.ripcord.jobs.detect;

import static dev.ripcord.jobs.detect.DetectSetup.knowing;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.event.Envelope;
import dev.ripcord.jobs.library.Library;
import dev.ripcord.jobs.library.PatternRecords;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Document;
import dev.ripcord.session.Session;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of tools counts from its time on, and stays in savepoints. */
class ToolsInStateTest {
    private static final List<PatternRecord> IDENTICAL_CALL =
            PatternRecords.enforced(Library.get("identical-call"), 0, 0);
    private static final Document TOOLS =
            DefinitionReader.read("tools", """
                    kind: tools
                    id: of-search
                    version: 1
                    title: The search of our proxy
                    tools:
                      - { tool: search, volatile: session_token, why: The proxy hands out a new one with every call. }
                    """).documents().get(0);

    /** Rounds of two events, a second apart: this is before the third round. */
    private static final long BEFORE_THE_THIRD = Session.START + 4_000;

    private static final List<Envelope> LOG = session("s")
            .repeats(
                    12,
                    round -> List.of(
                            call("search", "{query: x, session_token: t" + round + "}"), result("nothing found")))
            .envelopes();

    @Test
    void nothingIsFoundWhereNothingIsSaid() throws Exception {
        try (var harness = knowing(() -> IDENTICAL_CALL).open()) {
            harness.send(LOG);
            assertThat(harness.signals()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Backends.class)
    void whatIsSaidWhileItRunsCountsFromItsTimeOnAlsoAfterARestoreInStateAlone(Backends backend) throws Exception {
        List<String> before;
        OperatorSubtaskState snapshot;
        try (var harness = knowing(() -> IDENTICAL_CALL).on(backend.backend()).open()) {
            for (PatternRecord record : PatternRecords.enforced(TOOLS, 2, BEFORE_THE_THIRD)) {
                harness.tell(record);
            }
            harness.send(LOG.subList(0, 8));
            before = harness.signals();
            snapshot = harness.snapshot();
        }
        try (var restored = knowing(List::of).on(backend.backend()).restore(snapshot)) {
            restored.send(LOG.subList(8, LOG.size()));
            assertThat(before).isEmpty();
            assertThat(restored.signals()).isEqualTo(knownFromTheStart()).hasSize(1);
            assertThat(offsets(restored))
                    .as("the fourth round from the third on")
                    .containsExactly(11L);
        }
    }

    private static List<String> knownFromTheStart() throws Exception {
        List<PatternRecord> all = new ArrayList<>(IDENTICAL_CALL);
        all.addAll(PatternRecords.enforced(TOOLS, 2, BEFORE_THE_THIRD));
        try (var harness = knowing(() -> all).open()) {
            harness.send(LOG);
            return harness.signals();
        }
    }

    private static List<Long> offsets(DetectHarness harness) {
        return harness.extractOutputValues().stream()
                .map(signal -> signal.position().offset())
                .toList();
    }
}
