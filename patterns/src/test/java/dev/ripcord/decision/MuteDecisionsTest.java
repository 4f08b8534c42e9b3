package dev.ripcord.decision;

import static dev.ripcord.decision.GivenSignal.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MuteDecisionsTest {
    private final DecisionRun run = new DecisionRun();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session/default/invoice-9",
                "session/default/batch-0",
                "lineage/default/batch-0",
                "agent/default/invoice-agent",
                "tenant/default",
                "global"
            })
    void aMuteOfAnythingThatTheSessionBelongsToKeepsItFromBeingHalted(String scope) {
        run.mutes(mute(scope, NOW, NOW + 1)).hears(GivenSignal.of("invoice-9", 1, NOW).root("batch-0"));

        assertThat(run.told).extracting(DecidedSignal::muted).containsExactly(true);
        assertThat(run.written).isEmpty();
        assertThat(run.happened).containsExactly(Happening.MUTED);
    }

    @Test
    void aMutedPatternHaltsNobodyAndTheOthersDo() {
        run.mutes(Mute.ofPattern("identical-call", "looking", DecisionRun.MARIA, NOW, NOW + 1_000))
                .hears(GivenSignal.of("invoice-9", 1, NOW))
                .hears(GivenSignal.of("invoice-9", 2, NOW).pattern("tool-cycle"));

        assertThat(run.told).extracting(DecidedSignal::muted).containsExactly(true, false);
        assertThat(run.halts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"session/default/other", "lineage/default/other", "agent/default/other", "tenant/other"})
    void aMuteOfSomethingElseIsNoConcernOfTheSession(String scope) {
        run.mutes(mute(scope, NOW, NOW + 1)).hears(GivenSignal.of("invoice-9", 1, NOW).root("batch-0"));

        assertThat(run.halts()).hasSize(1);
    }

    @Test
    void aMuteEndsOnTheBrokersTime() {
        run.mutes(mute("global", NOW - 10, NOW)).hears(GivenSignal.of("invoice-9", 1, NOW));

        assertThat(run.halts()).hasSize(1);
    }

    @Test
    void aMuteIsTakenBackByALaterOneAndNotByAnOlderOne() {
        run.mutes(mute("global", NOW - 10, NOW + 1_000))
                .mutes(mute("global", NOW - 20, NOW - 20))
                .hears(GivenSignal.of("invoice-9", 1, NOW))
                .mutes(mute("global", NOW, NOW))
                .mutes(mute("global", NOW - 10, NOW + 1_000))
                .hears(GivenSignal.of("invoice-9", 2, NOW + 1));

        assertThat(run.told).extracting(DecidedSignal::muted).containsExactly(true, false);
    }

    private static Mute mute(String scope, long issuedAt, long until) {
        return Mute.ofScope(Scope.parse(scope), "looking", DecisionRun.MARIA, issuedAt, until);
    }
}
