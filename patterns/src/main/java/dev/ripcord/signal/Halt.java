package dev.ripcord.signal;

import dev.ripcord.event.Position;
import dev.ripcord.json.PlainValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Level-triggered state of a scope: stopped until released. Under {@code <scope>/guard} where GuardJob wrote it, under
 * {@code <scope>/operator} where a person did. In force while its position is beyond what the release of the same
 * scope forgives.
 *
 * @param schemaVersion 1
 * @param expiresAt epoch milliseconds at which a pause ends by itself; null for a halt
 * @param position of the completing event; null on an operator's halt
 * @param signalId null on an operator's halt
 * @param pattern null on an operator's halt
 * @param matched positions of the steps that the halt rests on
 * @param values the facts that matched
 * @param spendUsd dollars spent by then; null where unknown
 * @param keyId of the Ed25519 key that signed; null where signing is not set up
 * @param signature over the canonical bytes, Base64; null likewise
 */
public record Halt(
        int schemaVersion,
        Scope scope,
        String reason,
        Actor actor,
        Long expiresAt,
        Position position,
        String signalId,
        PatternReference pattern,
        List<Position> matched,
        Map<String, Object> values,
        BigDecimal spendUsd,
        String keyId,
        String signature)
        implements HaltRecord {
    public static final int SCHEMA_VERSION = 1;

    public Halt {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(actor, "actor");
        matched = matched == null ? List.of() : List.copyOf(matched);
        values = PlainValues.of(values);
    }

    /** @param expiresAt null for a halt, epoch milliseconds for a pause */
    public static Halt of(Signal signal, Long expiresAt) {
        return new Halt(
                SCHEMA_VERSION,
                signal.scope(),
                signal.message(),
                new Actor(Actor.Kind.PATTERN, signal.pattern().key()),
                expiresAt,
                signal.position(),
                signal.signalId(),
                signal.pattern(),
                signal.matched().stream().map(MatchedStep::position).toList(),
                signal.values(),
                signal.spendUsd(),
                null,
                null);
    }

    /** The key of GuardJob's record for the scope. */
    public static String guardKey(Scope scope) {
        return scope.key() + "/guard";
    }

    /** The key of the gateway's or the command line's record for the scope. */
    public static String operatorKey(Scope scope) {
        return scope.key() + "/operator";
    }
}
