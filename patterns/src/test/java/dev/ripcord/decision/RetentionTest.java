package dev.ripcord.decision;

import static dev.ripcord.decision.GivenSignal.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import dev.ripcord.pattern.Mode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Scope SCOPE = GivenSignal.scope("invoice-9");
    private static final long MONTH = Duration.ofDays(30).toMillis();

    private final DecisionRun run = new DecisionRun();

    @Test
    void theHaltOfASessionLeavesTheTopicAfterAMonth() {
        run.hears(GivenSignal.of("invoice-9", 1, NOW)).readsBack(NOW + 10);
        int before = run.written.size();

        assertThat(run.remembers(SCOPE, NOW + MONTH + 9)).isTrue();
        assertThat(run.written).hasSize(before);
        assertThat(run.remembers(SCOPE, NOW + MONTH + 10)).isFalse();
        assertThat(run.written).last().isEqualTo(new HaltWrite("session/default/invoice-9/guard", null));
    }

    @Test
    void aSecondHaltKeepsTheKey() {
        run.hears(GivenSignal.of("invoice-9", 1, NOW)).hears(GivenSignal.of("invoice-9", 2, NOW + 70_000));

        assertThat(run.remembers(SCOPE, NOW + MONTH)).isTrue();
    }

    @Test
    void theHaltOfALineageStays() {
        Scope lineage = Scope.parse("lineage/default/batch-0");
        Halt halt = GivenSignal.of("invoice-9", 1, NOW).signal().halt(null, "i");
        run.reads(lineage, halt, NOW);

        assertThat(run.remembers(lineage, NOW + MONTH)).isFalse();
        assertThat(run.written).isEmpty();
    }

    @Test
    void whatAnOperatorWroteIsLeftToOperators() {
        Halt byMaria = Halt.byOperator("m-1", SCOPE, "stop", DecisionRun.MARIA, NOW, null, List.of());
        run.reads(SCOPE, byMaria, NOW);

        assertThat(run.remembers(SCOPE, NOW + MONTH)).isFalse();
        assertThat(run.written).isEmpty();
    }

    @Test
    void aSignalThatHaltsNobodyIsForgottenAfterAnHour() {
        run.hears(GivenSignal.of("invoice-9", 1, NOW).mode(Mode.SHADOW));

        assertThat(run.remembers(SCOPE, NOW + Duration.ofMinutes(59).toMillis()))
                .isTrue();
        assertThat(run.remembers(SCOPE, NOW + Duration.ofMinutes(62).toMillis()))
                .isFalse();
    }

    @Test
    void acknowledgementsOfHaltsThatNobodyKnowsAreForgottenAfterAnHour() {
        run.acknowledges("made-up", SCOPE, "invoice-9", Acknowledgement.Status.STOPPED, NOW);

        assertThat(run.remembers(SCOPE, NOW + Duration.ofHours(1).toMillis())).isFalse();
    }
}
