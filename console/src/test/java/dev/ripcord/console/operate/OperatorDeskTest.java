package dev.ripcord.console.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.KeyPairFiles;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.SigningKey;
import dev.ripcord.halt.Standing;
import dev.ripcord.halt.TrustedKeys;
import dev.ripcord.halt.Writer;
import dev.ripcord.topic.Position;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OperatorDeskTest {
    private static final Actor MARIA = new Actor(Actor.Kind.PERSON, "maria");
    private static final Optional<Duration> UNTIL_RELEASED = Optional.empty();
    private static final long HOUR = 3_600_000;

    private static DeskRun run;

    @BeforeAll
    static void aBroker() throws Exception {
        run = new DeskRun();
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    @Test
    void aHaltStandsAsItWasSaidAndSayingItAgainChangesNothing() throws Exception {
        Scope scope = Scope.parse("once");
        try (OperatorDesk desk = run.desk()) {
            Written first = desk.halt(scope, "looks wrong", MARIA, UNTIL_RELEASED);
            Written second = desk.halt(scope, "still looks wrong", MARIA, UNTIL_RELEASED);

            assertThat(first.changed()).isTrue();
            assertThat(((Halt) first.record()).haltId()).matches("[0-9a-f]{32}");
            assertThat(first.record().actor()).isEqualTo(MARIA);
            assertThat(run.standing(scope).operator()).isEqualTo(first.record());
            assertThat(second).isEqualTo(new Written(first.record(), false));
        }
    }

    @Test
    void aHaltNeverShortensOneThatStands() throws Exception {
        Scope scope = Scope.parse("longer");
        try (OperatorDesk desk = run.desk()) {
            Written tenMinutes = desk.halt(scope, "wait", MARIA, Optional.of(Duration.ofMinutes(10)));

            assertThat(desk.halt(scope, "wait", MARIA, Optional.of(Duration.ofMinutes(5))))
                    .isEqualTo(new Written(tenMinutes.record(), false));
            assertThat(desk.halt(scope, "wait", MARIA, Optional.of(Duration.ofHours(1)))
                            .changed())
                    .isTrue();
            assertThat(desk.halt(scope, "for good", MARIA, UNTIL_RELEASED).changed())
                    .isTrue();
            assertThat(desk.halt(scope, "wait", MARIA, Optional.of(Duration.ofHours(9)))
                            .changed())
                    .isFalse();
        }
    }

    @Test
    void aReleaseForgivesAllThatTheLogHoldsByThen() throws Exception {
        Scope scope = Scope.parse("forgiven");
        Position completing = run.event(0);
        Position later = run.event(0);
        Position elsewhere = run.event(2);
        run.write(guardHalt(scope, completing));
        try (OperatorDesk desk = run.desk()) {
            Written released = desk.release(scope, "reviewed", MARIA);

            assertThat(released.changed()).isTrue();
            assertThat(((Release) released.record()).through()).contains(elsewhere);
            Standing standing = run.standing(scope);
            assertThat(standing.inForce(0)).isEmpty();
            assertThat(standing.isForgiven(later)).isTrue();
            assertThat(standing.isForgiven(new Position(0, later.offset() + 1))).isFalse();
            // Nobody has ever written to it: there is nothing to forgive.
            assertThat(((Release) released.record()).through()).noneMatch(position -> position.partition() == 1);
        }
    }

    @Test
    void aReleaseForgivesAGuardsHaltFromALogThatIsGone() throws Exception {
        Scope scope = Scope.parse("log-is-gone");
        Position beyondTheEnd = new Position(1, 5_000);
        run.write(guardHalt(scope, beyondTheEnd));
        try (OperatorDesk desk = run.desk()) {
            desk.release(scope, "reviewed", MARIA);

            assertThat(run.standing(scope).inForce(0)).isEmpty();
        }
    }

    @Test
    void whatIsNotHaltedNeedsNoReleaseAndGetsNone() throws Exception {
        Scope scope = Scope.parse("never-halted");
        try (OperatorDesk desk = run.desk()) {
            assertThat(desk.release(scope, "to be sure", MARIA)).isEqualTo(new Written(null, false));
            desk.halt(scope, "looks wrong", MARIA, UNTIL_RELEASED);
            Written released = desk.release(scope, "reviewed", MARIA);

            assertThat(desk.release(scope, "reviewed", MARIA)).isEqualTo(new Written(released.record(), false));
        }
    }

    @Test
    void whatAReleaseForgaveStaysForgivenUnderTheHaltThatTakesItsPlace() throws Exception {
        Scope scope = Scope.parse("kept");
        Position completing = run.event(0);
        run.write(guardHalt(scope, completing));
        try (OperatorDesk desk = run.desk()) {
            desk.release(scope, "reviewed", MARIA);
            desk.halt(scope, "not yet", MARIA, Optional.of(Duration.ofMillis(1)));

            Standing standing = run.standing(scope);
            assertThat(standing.isForgiven(completing)).isTrue();
            assertThat(standing.inForce(Long.MAX_VALUE)).isEmpty();
        }
    }

    @Test
    void aRecordFromAClockAheadOfOursIsReplacedAllTheSame() throws Exception {
        Scope scope = Scope.parse("clock-ahead");
        long ahead = 4_000_000_000_000L;
        run.write(Halt.byOperator("a".repeat(32), scope, "from the future", MARIA, ahead, null, List.of()));
        try (OperatorDesk desk = run.desk()) {
            Written released = desk.release(scope, "reviewed", MARIA);

            assertThat(released.record().issuedAt()).isEqualTo(ahead + 1);
            assertThat(run.standing(scope).inForce(0)).isEmpty();
        }
    }

    @Test
    void whatADeskHasWrittenItKnowsBeforeItIsReadBack() throws Exception {
        Scope scope = Scope.parse("not-read-back");
        try (OperatorDesk desk = run.blindDesk(() -> HOUR)) {
            desk.halt(scope, "looks wrong", MARIA, UNTIL_RELEASED);
            Written released = desk.release(scope, "reviewed", MARIA);

            assertThat(released.changed()).isTrue();
            assertThat(released.record().issuedAt()).isEqualTo(HOUR + 1);
            assertThat(run.standing(scope).inForce(HOUR)).isEmpty();
        }
    }

    @Test
    void ofTwoDesksAtTheSameMomentOneStandsForEveryReaderTheSame() throws Exception {
        Scope scope = Scope.parse("race");
        try (OperatorDesk one = run.blindDesk(() -> HOUR);
                OperatorDesk other = run.blindDesk(() -> HOUR)) {
            var first = CompletableFuture.supplyAsync(() -> halted(one, scope));
            var second = CompletableFuture.supplyAsync(() -> halted(other, scope));

            assertThat(List.of(first.get().record(), second.get().record()))
                    .contains(run.standing(scope).operator());
        }
        try (OperatorDesk desk = run.desk()) {
            assertThat(desk.release(scope, "reviewed", MARIA).changed()).isTrue();
            assertThat(run.standing(scope).inForce(HOUR)).isEmpty();
        }
    }

    private static Written halted(OperatorDesk desk, Scope scope) {
        try {
            return desk.halt(scope, "looks wrong", MARIA, UNTIL_RELEASED);
        } catch (OperatorDesk.Unwritten failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void aMuteLastsFromNowAndZeroTakesItBack() throws Exception {
        try (OperatorDesk desk = run.blindDesk(() -> HOUR)) {
            Mute muted = (Mute) desk.mutePattern("cost-spike", Duration.ofHours(2), "a batch", MARIA)
                    .record();
            Mute back = (Mute)
                    desk.mutePattern("cost-spike", Duration.ZERO, "done", MARIA).record();

            assertThat(muted.until()).isEqualTo(3 * HOUR);
            assertThat(back.issuedAt()).isGreaterThan(muted.issuedAt());
            assertThat(back.until()).isLessThanOrEqualTo(back.issuedAt());
            assertThat(back.key()).isEqualTo("pattern/cost-spike/mute");
        }
    }

    @Test
    void aMuteFromAClockAheadOfOursIsTakenBackAllTheSame() throws Exception {
        long ahead = 4_000_000_000_000L;
        try (OperatorDesk desk =
                OperatorDesk.open(run.client(), scope -> Standing.NONE, key -> ahead, Optional.empty())) {
            Mute back = (Mute)
                    desk.mutePattern("state-loop", Duration.ZERO, "done", MARIA).record();

            assertThat(back.issuedAt()).isEqualTo(ahead + 1);
            assertThat(back.until()).isLessThan(back.issuedAt());
        }
    }

    @Test
    void whatIsSignedIsBelievedByThoseWhoHaveTheKey(@TempDir Path directory) throws Exception {
        KeyPairFiles files = KeyPairFiles.generate("ops-1", directory);
        HaltReader reader = HaltReader.trusting(TrustedKeys.read(Map.of("ops-1", files.publicKey())));
        try (DeskRun signed = new DeskRun();
                OperatorDesk desk = signed.signingDesk(SigningKey.read("ops-1", files.privateKey()))) {
            Written halt = desk.halt(Scope.parse("global"), "everything is wrong", MARIA, UNTIL_RELEASED);
            desk.release(Scope.parse("global"), "it was not", MARIA);

            assertThat(halt.record().keyId()).isEqualTo("ops-1");
            assertThat(signed.records(reader)).hasSize(2);
        }
    }

    @Test
    void aReasonIsNeededAndATimeIsOne() throws Exception {
        try (OperatorDesk desk = run.desk()) {
            Scope scope = Scope.parse("global");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> desk.halt(scope, "  ", MARIA, UNTIL_RELEASED))
                    .withMessage("reason is missing; say why, for whoever asks later");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> desk.halt(scope, "why", MARIA, Optional.of(Duration.ZERO)))
                    .withMessageStartingWith("a halt cannot expire in 0s; it must be a time from 1ms");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> desk.mutePattern(" ", Duration.ofHours(1), "why", MARIA))
                    .withMessage("pattern is missing; it must be the id of a definition");
            assertThat(run.standing(scope)).isEqualTo(Standing.NONE);
        }
    }

    @Test
    void whereKafkaIsGoneItIsSaidThatNothingIsKnownToBeWritten() {
        Properties nowhere = new Properties();
        nowhere.put("bootstrap.servers", "127.0.0.1:1");
        nowhere.put("max.block.ms", "300");
        try (OperatorDesk desk = OperatorDesk.open(nowhere, scope -> Standing.NONE, mute -> 0, Optional.empty())) {
            assertThatThrownBy(() -> desk.halt(Scope.parse("global"), "stop", MARIA, UNTIL_RELEASED))
                    .isInstanceOf(OperatorDesk.Unwritten.class)
                    .hasMessageStartingWith("global/operator was not written: Kafka did not confirm it in time");
        }
    }

    private static Halt guardHalt(Scope scope, Position position) {
        return new Halt(
                Halt.SCHEMA_VERSION,
                "b".repeat(32),
                Writer.GUARD,
                scope,
                "4 times the same",
                new Actor(Actor.Kind.PATTERN, "identical-call@0f3a5c7e9b1d2468"),
                1L,
                null,
                position,
                null,
                List.of(position),
                Map.of(),
                null,
                null,
                List.of(),
                null,
                null);
    }
}
