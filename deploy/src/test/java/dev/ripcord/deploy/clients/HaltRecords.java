package dev.ripcord.deploy.clients;

import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Writer;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Halts and releases as the guard and operators write them. */
final class HaltRecords {
    private static final Actor PATTERN = new Actor(Actor.Kind.PATTERN, "identical-call@0f3a5c7e9b1d2468");
    private static final Actor MARIA = new Actor(Actor.Kind.PERSON, "maria");

    private HaltRecords() {}

    static String newSession() {
        return "session-" + UUID.randomUUID();
    }

    static Scope scope(String session) {
        return Scope.session(new SessionKey(SessionKey.DEFAULT_TENANT, session));
    }

    /** @param issuedAt the broker's time of the completing event */
    static Halt guardHalt(Scope scope, long offset, long issuedAt) {
        return guardHalt(newId(), scope, offset, issuedAt, 4);
    }

    /** The same halt, said a little otherwise: a gateway drops what is the same to the letter, this it hands on. */
    static Halt saidOtherwise(Halt halt, int count) {
        return guardHalt(halt.haltId(), halt.scope(), halt.position().offset(), halt.issuedAt(), count);
    }

    private static Halt guardHalt(String id, Scope scope, long offset, long issuedAt, int count) {
        return new Halt(
                1,
                id,
                Writer.GUARD,
                scope,
                "the same call, the same result",
                PATTERN,
                issuedAt,
                null,
                new Position(0, offset),
                null,
                List.of(new Position(0, offset)),
                Map.of("outcome.count", count),
                null,
                null,
                List.of(),
                null,
                null);
    }

    static Halt operatorHalt(Scope scope, long issuedAt) {
        return Halt.byOperator(newId(), scope, "said \"stop\" – at once", MARIA, issuedAt, null, List.of());
    }

    static Halt pause(Scope scope, long issuedAt, long expiresAt) {
        return Halt.byOperator(newId(), scope, "being looked at", MARIA, issuedAt, expiresAt, List.of());
    }

    static Release release(Scope scope, long issuedAt, long throughOffset) {
        return Release.of(
                Writer.OPERATOR, scope, "looked at it", MARIA, issuedAt, List.of(new Position(0, throughOffset)));
    }

    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
