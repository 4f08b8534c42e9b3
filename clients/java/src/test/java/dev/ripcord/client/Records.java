package dev.ripcord.client;

import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.halt.SigningKey;
import dev.ripcord.halt.Subject;
import dev.ripcord.halt.TrustedKeys;
import dev.ripcord.halt.Writer;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Position;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;

/** Halts and releases of invoice-9, in the words of the tests. */
final class Records {
    static final String SESSION = "invoice-9";
    static final Subject INVOICE = new Subject("default", SESSION, null, null, "validator");
    static final Scope SCOPE = new Scope(ScopeKind.SESSION, "default", SESSION);
    static final Scope GLOBAL = new Scope(ScopeKind.GLOBAL, null, null);
    private static final Actor MARIA = new Actor(Actor.Kind.PERSON, "maria");

    private Records() {}

    static Halt halt(String id, long issuedAt) {
        return halt(id, SCOPE, issuedAt);
    }

    static Halt halt(String id, Scope scope, long issuedAt) {
        return Halt.byOperator(id, scope, "runs in circles", MARIA, issuedAt, null, List.of());
    }

    static Halt guardHalt(String id, Position position) {
        return new Halt(
                Halt.SCHEMA_VERSION,
                id,
                Writer.GUARD,
                SCOPE,
                "the same call",
                new Actor(Actor.Kind.PATTERN, "identical-call@0123456789abcdef"),
                1L,
                null,
                position,
                null,
                List.of(),
                Map.of(),
                null,
                null,
                List.of(),
                null,
                null);
    }

    static Halt pause(String id, long issuedAt, long expiresAt) {
        return Halt.byOperator(id, SCOPE, "take a breath", MARIA, issuedAt, expiresAt, List.of());
    }

    static Release release(long issuedAt, Position... through) {
        return Release.of(Writer.OPERATOR, SCOPE, "reviewed", MARIA, issuedAt, List.of(through));
    }

    static byte[] text(HaltRecord record) {
        return Json.bytes(record);
    }

    static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static byte[] signed(HaltRecord record, KeyPair keys) {
        return new SigningKey("ops-1", keys.getPrivate()).sign(record);
    }

    static TrustedKeys trust(KeyPair keys) {
        return new TrustedKeys(Map.of("ops-1", keys.getPublic()));
    }
}
