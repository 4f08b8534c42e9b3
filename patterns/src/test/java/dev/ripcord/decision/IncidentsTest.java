package dev.ripcord.decision;

import static dev.ripcord.decision.GivenSignal.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.halt.Halt;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IncidentsTest {
    private static final long GAP = Duration.ofMinutes(30).toMillis();

    private final DecisionRun run = new DecisionRun();

    @Test
    void haltsOfOneCauseAreOneIncidentUntilItIsQuietForHalfAnHour() {
        run.hears(GivenSignal.of("a", 1, NOW))
                .hears(GivenSignal.of("b", 2, NOW + GAP - 1))
                .hears(GivenSignal.of("c", 3, NOW + 2 * GAP - 2))
                .hears(GivenSignal.of("d", 4, NOW + 3 * GAP - 2));

        String first = GivenSignal.of("a", 1, NOW).id();
        String second = GivenSignal.of("d", 4, NOW).id();
        assertThat(run.halts()).extracting(Halt::incident).containsExactly(first, first, first, second);
    }

    @Test
    void anotherPatternIsAnotherIncident() {
        run.hears(GivenSignal.of("a", 1, NOW)).hears(GivenSignal.of("b", 2, NOW).pattern("tool-cycle"));

        assertThat(run.halts()).extracting(Halt::incident).doesNotHaveDuplicates();
    }
}
