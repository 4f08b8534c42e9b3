package dev.ripcord.console.webhook.notice;

import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What makes notices one incident for people: the same kind of thing, from the same definition, in the same tenant.
 *
 * @param subject id@hash of the definition; of a person's halt the scope
 * @param tenant null where all are meant
 */
public record Cause(What what, String subject, String tenant) {
    private static final String SYSTEM = "ripcord-";
    private static final int ID_BYTES = 8;

    public Cause {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(subject, "subject");
    }

    /** The cause of a halt by the guard, as its signal had it. */
    public static Cause ofHalt(PatternReference pattern, Scope scope) {
        return new Cause(isSystem(pattern) ? What.SYSTEM : What.HALTS, pattern.key(), scope.tenant());
    }

    /** The cause of what a person does to a scope. */
    public static Cause ofOperator(Scope scope) {
        return new Cause(What.OPERATOR, scope.key(), scope.tenant());
    }

    /** @return whether Ripcord speaks of itself */
    public static boolean isSystem(PatternReference pattern) {
        return pattern.id().startsWith(SYSTEM);
    }

    /**
     * @return the incident's id, 16 hexadecimal digits. It follows from the cause alone, so that several gateways, and
     *     one that was restarted, give an incident the same id without asking each other
     */
    public String id() {
        String same = what.word() + "\n" + subject + "\n" + (tenant == null ? "" : tenant);
        return HexFormat.of().formatHex(sha256().digest(same.getBytes(StandardCharsets.UTF_8)), 0, ID_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
