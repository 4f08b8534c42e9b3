package dev.ripcord.signal;

import dev.ripcord.halt.Scope;
import dev.ripcord.topic.Position;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of signals: the first 128 bits of the SHA-256 of what makes a signal the same one. */
public final class SignalId {
    private static final int BYTES = 16;

    private SignalId() {}

    /** @return 32 hexadecimal digits, from the scope, the definition's {@code id@hash} and the completing event */
    public static String of(Scope scope, String definitionKey, Position completing) {
        return of(scope, definitionKey, completing.toString());
    }

    /**
     * Of what the guard tells by itself, once for each halt or incident.
     *
     * @param patternKey {@code id@hash} that stands for what is told
     * @param about the halt or the incident: 32 hexadecimal digits, or what an operator's halt is called
     */
    public static String of(Scope scope, String patternKey, String about) {
        // A line feed occurs in none of the first parts: keys of scopes encode it, the others have no place for one.
        String same = scope.key() + "\n" + patternKey + "\n" + about;
        return HexFormat.of().formatHex(sha256().digest(same.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
