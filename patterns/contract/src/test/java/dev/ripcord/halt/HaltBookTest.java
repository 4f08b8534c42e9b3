package dev.ripcord.halt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HaltBookTest {
    private static final long NOW = 1_767_225_608_000L;
    private static final Actor MARIA = new Actor(Actor.Kind.PERSON, "maria");
    private static final Scope INVOICE = Scope.session(new SessionKey("default", "invoice-9"));
    private static final Scope EVERYTHING = new Scope(ScopeKind.GLOBAL, null, null);
    private static final Subject ASKING = new Subject("default", "invoice-9", null, null, "validator");

    private final HaltBook book = new HaltBook();

    @Test
    void withoutAHaltEverybodyMayGoOn() {
        assertThat(book.halting(ASKING, NOW)).isEmpty();
    }

    @Test
    void onlyAReleaseThatReachesItsPositionEndsAGuardsHalt() {
        book.apply(guardHalt(INVOICE, 10, NOW));
        assertThat(book.halting(ASKING, NOW)).isPresent();

        book.apply(release(INVOICE, NOW + 1, new Position(0, 9)));
        assertThat(book.halting(ASKING, NOW)).isPresent();

        book.apply(release(INVOICE, NOW + 2, new Position(0, 10)));
        assertThat(book.halting(ASKING, NOW)).isEmpty();
    }

    @Test
    void anOldHaltThatIsWrittenAgainIsHarmlessAndANewOneIsNot() {
        book.apply(guardHalt(INVOICE, 10, NOW));
        book.apply(release(INVOICE, NOW + 1, new Position(0, 12)));

        book.apply(guardHalt(INVOICE, 10, NOW));
        assertThat(book.halting(ASKING, NOW)).isEmpty();

        book.apply(guardHalt(INVOICE, 13, NOW + 9));
        assertThat(book.halting(ASKING, NOW)).isPresent();
        book.apply(guardHalt(INVOICE, 10, NOW));
        assertThat(book.halting(ASKING, NOW)).get().extracting(Halt::position).isEqualTo(new Position(0, 13));
    }

    @Test
    void anOldReleaseThatIsWrittenAgainLiftsNothing() {
        Release old = release(INVOICE, NOW, new Position(0, 12));
        book.apply(old);
        book.apply(operatorHalt(INVOICE, NOW + 5, null, List.of(new Position(0, 12))));

        assertThat(book.apply(old)).isFalse();
        assertThat(book.halting(ASKING, NOW)).isPresent();
    }

    @Test
    void whatWasForgivenStaysForgivenWhenAnOperatorsHaltOverItEnds() {
        book.apply(guardHalt(INVOICE, 10, NOW));
        book.apply(release(INVOICE, NOW + 1, new Position(0, 12)));
        book.apply(operatorHalt(INVOICE, NOW + 2, NOW + 100, List.of(new Position(0, 12))));

        assertThat(book.halting(ASKING, NOW + 99)).isPresent();
        assertThat(book.halting(ASKING, NOW + 100)).isEmpty();
    }

    @Test
    void theGuardTakesBackWhatAReleaseHadOvertaken() {
        book.apply(release(INVOICE, NOW, new Position(0, 12)));
        book.apply(guardHalt(INVOICE, 13, NOW + 1));
        book.apply(Release.of(
                Writer.GUARD,
                INVOICE,
                "released meanwhile",
                new Actor(Actor.Kind.SYSTEM, "guard"),
                NOW + 1,
                List.of(new Position(0, 13))));

        assertThat(book.halting(ASKING, NOW)).isEmpty();
        book.apply(guardHalt(INVOICE, 14, NOW + 9));
        assertThat(book.halting(ASKING, NOW)).isPresent();
    }

    @Test
    void aDescendantBornAfterItsRootWasHaltedIsRefused() {
        Subject child = new Subject("default", "invoice-9-b", "invoice-9", "invoice-9-a", null);
        Subject grandchild = new Subject("default", "c", "root", "invoice-9", null);
        Subject stranger = new Subject("default", "c", "root", "b", null);
        book.apply(guardHalt(INVOICE, 10, NOW));

        assertThat(book.halting(child, NOW)).isPresent();
        assertThat(book.halting(grandchild, NOW)).isPresent();
        assertThat(book.halting(stranger, NOW)).isEmpty();
        assertThat(book.halting(new Subject("other", "invoice-9", null, null, null), NOW))
                .isEmpty();
    }

    @Test
    void everyScopeOfTheSubjectStopsIt() {
        for (Scope scope : List.of(
                INVOICE,
                new Scope(ScopeKind.LINEAGE, "default", "invoice-9"),
                new Scope(ScopeKind.AGENT, "default", "validator"),
                new Scope(ScopeKind.TENANT, "default", null),
                EVERYTHING)) {
            HaltBook one = new HaltBook();
            one.apply(operatorHalt(scope, NOW, null, List.of()));
            assertThat(one.halting(ASKING, NOW)).get().extracting(Halt::scope).isEqualTo(scope);
        }
    }

    @Test
    void theNarrowestHaltIsTheReason() {
        book.apply(operatorHalt(EVERYTHING, NOW, null, List.of()));
        book.apply(guardHalt(INVOICE, 10, NOW));

        assertThat(book.halting(ASKING, NOW)).get().extracting(Halt::scope).isEqualTo(INVOICE);
    }

    /** Whoever is told when a pause ends would wait for that, and then be halted all the same. */
    @Test
    void theHaltThatLastsLongestIsTheReason() {
        book.apply(guardHalt(INVOICE, 10, NOW));
        book.apply(operatorHalt(INVOICE, NOW + 1, NOW + 100, List.of()));

        assertThat(book.halting(ASKING, NOW)).get().extracting(Halt::writer).isEqualTo(Writer.GUARD);
        assertThat(book.standing(INVOICE).allInForce(NOW))
                .extracting(Halt::expiresAt)
                .containsExactly(null, NOW + 100);
        assertThat(book.standing(INVOICE).allInForce(NOW + 100)).hasSize(1);

        book.apply(operatorHalt(INVOICE, NOW + 2, null, List.of()));
        assertThat(book.halting(ASKING, NOW)).get().extracting(Halt::writer).isEqualTo(Writer.OPERATOR);
    }

    @Test
    void aHaltOfAWiderScopeThatLastsLongerIsTheReason() {
        book.apply(operatorHalt(INVOICE, NOW, NOW + 100, List.of()));
        book.apply(operatorHalt(EVERYTHING, NOW, NOW + 200, List.of()));

        assertThat(book.halting(ASKING, NOW)).get().extracting(Halt::scope).isEqualTo(EVERYTHING);
    }

    @Test
    void aReleaseOfOneScopeIsNoneOfAnother() {
        book.apply(operatorHalt(EVERYTHING, NOW, null, List.of()));
        book.apply(release(INVOICE, NOW + 1, new Position(0, 99)));

        assertThat(book.halting(ASKING, NOW)).isPresent();
    }

    @Test
    void aMuteStopsAndReleasesNobody() {
        book.apply(guardHalt(INVOICE, 10, NOW));

        assertThat(book.apply(Mute.ofScope(INVOICE, "watching", MARIA, NOW, NOW + 1)))
                .isFalse();
        assertThat(book.halting(ASKING, NOW)).isPresent();
    }

    @Test
    void whatIsGoneFromTheTopicIsForgotten() {
        book.apply(guardHalt(INVOICE, 10, NOW));
        book.apply(operatorHalt(INVOICE, NOW, null, List.of()));

        book.remove("session/default/invoice-9/operator");
        assertThat(book.halting(ASKING, NOW)).isPresent();
        book.remove("session/default/invoice-9/guard");
        assertThat(book.halting(ASKING, NOW)).isEmpty();
    }

    private static Halt guardHalt(Scope scope, long offset, long kafkaTime) {
        return new Halt(
                1,
                "37e65e7e0fc76d5ead9afe3245f5a5a1",
                Writer.GUARD,
                scope,
                "again",
                new Actor(Actor.Kind.PATTERN, "identical-call@0f3a5c7e9b1d2468"),
                kafkaTime,
                null,
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

    private static Halt operatorHalt(Scope scope, long issuedAt, Long expiresAt, List<Position> through) {
        return Halt.byOperator("9c1185a5c5e9fc54612808977ee8f548", scope, "panic", MARIA, issuedAt, expiresAt, through);
    }

    private static Release release(Scope scope, long issuedAt, Position... through) {
        return Release.of(Writer.OPERATOR, scope, "checked", MARIA, issuedAt, List.of(through));
    }
}
