package dev.ripcord.detection;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.end;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.VolatileFields;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.halt.Writer;
import dev.ripcord.session.Draft;
import dev.ripcord.session.Session;
import dev.ripcord.signal.Violation;
import dev.ripcord.topic.Position;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandingHaltsTest {
    private static final long HALTED = Session.START;
    private static final Scope S = OperatorRecords.session("s");

    private final StandingHalts halts = new StandingHalts(Duration.ofSeconds(2));

    static Stream<Scope> scopesOfTheSession() {
        return Stream.of(
                S,
                OperatorRecords.session("p"),
                OperatorRecords.session("r"),
                OperatorRecords.lineage("r"),
                new Scope(ScopeKind.AGENT, "default", "agent"),
                new Scope(ScopeKind.TENANT, "default", null),
                new Scope(ScopeKind.GLOBAL, null, null));
    }

    @ParameterizedTest
    @MethodSource("scopesOfTheSession")
    void anEventOfWhatIsStoppedIsAViolationWithWhatItCost(Scope scope) {
        halts.apply(OperatorRecords.halt(scope, 7), HALTED);
        Violation violation = found(HALTED + 2_001, call("get").costing("0.25")).orElseThrow();
        assertThat(violation.haltId()).isEqualTo("h7");
        assertThat(violation.scope()).isEqualTo(scope);
        assertThat(violation.session().session()).isEqualTo("s");
        assertThat(violation.rootSession()).isEqualTo("r");
        assertThat(violation.agentId()).isEqualTo("agent");
        assertThat(violation.kafkaTime()).isEqualTo(HALTED + 2_001);
        assertThat(violation.costUsd()).isEqualByComparingTo("0.25");
    }

    @Test
    void whatOthersAreStoppedForIsNone() {
        halts.apply(OperatorRecords.halt(OperatorRecords.session("other"), 7), HALTED);
        halts.apply(OperatorRecords.halt(OperatorRecords.lineage("other"), 7), HALTED);
        assertThat(found(HALTED + 60_000, call("get"))).isEmpty();
    }

    @Test
    void anEventWithinTheGraceOrBeforeTheHaltIsNone() {
        halts.apply(OperatorRecords.halt(S, 7), HALTED);
        assertThat(found(HALTED - 60_000, call("get"))).isEmpty();
        assertThat(found(HALTED + 2_000, call("get"))).isEmpty();
    }

    @Test
    void anEventOfBeforeThatKafkaHadLateIsNone() {
        halts.apply(OperatorRecords.halt(S, 7), HALTED);
        assertThat(found(HALTED + 60_000, call("get").stamped(HALTED + 1_000))).isEmpty();
    }

    @Test
    void toSayThatItStoppedIsNone() {
        halts.apply(OperatorRecords.halt(S, 7), HALTED);
        assertThat(found(HALTED + 60_000, end())).isEmpty();
    }

    @Test
    void costIsAbsentWhereTheTelemetryDoesNotSay() {
        halts.apply(OperatorRecords.halt(S, 7), HALTED);
        assertThat(found(HALTED + 60_000, call("get")).orElseThrow().costUsd()).isNull();
    }

    @Test
    void aReleaseEndsItAndAnOldHaltThatIsWrittenAgainChangesNothing() {
        halts.apply(byGuard(3, null), HALTED);
        halts.apply(
                Release.of(
                        Writer.OPERATOR,
                        S,
                        "reviewed",
                        new Actor(Actor.Kind.PERSON, "maria"),
                        8,
                        List.of(new Position(0, 5))),
                HALTED + 1_000);
        halts.apply(byGuard(3, null), HALTED + 2_000);
        assertThat(found(HALTED + 60_000, call("get"))).isEmpty();
        assertThat(halts.stopped()).isZero();

        halts.apply(byGuard(6, null), HALTED + 3_000);
        assertThat(found(HALTED + 60_000, call("get"))).isPresent();
    }

    @Test
    void aPauseThatIsOverIsNone() {
        halts.apply(byGuard(3, HALTED + 10_000), HALTED);
        assertThat(found(HALTED + 9_999, call("get"))).isPresent();
        assertThat(found(HALTED + 10_000, call("get"))).isEmpty();
    }

    /** Whoever goes on is halted again and again: that must not win a grace each time. */
    @Test
    void aSecondHaltDoesNotStartTheGraceAnew() {
        halts.apply(byGuard(3, null), HALTED);
        halts.apply(byGuard(9, null), HALTED + 10_000);
        assertThat(found(HALTED + 10_500, call("get")).orElseThrow().haltId()).isEqualTo("g9");
    }

    @Test
    void aKeyThatLeavesTheTopicLeavesNothingBehind() {
        halts.apply(byGuard(3, null), HALTED);
        halts.apply(OperatorRecords.halt(S, 7), HALTED);
        halts.remove(S.key() + "/operator", HALTED);
        assertThat(found(HALTED + 60_000, call("get")).orElseThrow().haltId()).isEqualTo("g3");
        halts.remove(S.key() + "/guard", HALTED);
        halts.remove("nonsense/guard", HALTED);
        halts.remove("global/of/something/operator", HALTED);
        assertThat(found(HALTED + 60_000, call("get"))).isEmpty();
        assertThat(halts.stopped()).isZero();
    }

    private static Halt byGuard(long offset, Long expiresAt) {
        return new Halt(
                Halt.SCHEMA_VERSION,
                "g" + offset,
                Writer.GUARD,
                S,
                "loop",
                new Actor(Actor.Kind.PATTERN, "loop@1"),
                offset,
                expiresAt,
                new Position(0, offset),
                null,
                List.of(),
                Map.of(),
                null,
                null,
                List.of(),
                null,
                null);
    }

    /** @return the violation that the session's first event is */
    private Optional<Violation> found(long kafkaTime, Draft draft) {
        Envelope event = session("s")
                .parent("p")
                .root("r")
                .at(kafkaTime)
                .then(draft)
                .envelopes()
                .get(0);
        SessionState session = new SessionState(event.event().session(), DetectionLimits.DEFAULT);
        Judgement judgement = new SessionDetector(DetectionLimits.DEFAULT).judge(session, event, ActivePatterns.NONE);
        return halts.violation(
                session,
                DigestedEvent.of(event, VolatileFields.DEFAULT),
                judgement.step().orElseThrow());
    }
}
