package dev.ripcord.topic;

import java.util.Objects;

/**
 * What identifies a session.
 *
 * @param tenant whose session it is; {@value #DEFAULT_TENANT} where the event names none
 * @param session the session's id within the tenant
 */
public record SessionKey(String tenant, String session) {
    public static final String DEFAULT_TENANT = "default";

    public SessionKey {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(session, "session");
    }

    /** Spelled out, because it decides which subtask holds the session: a record's own may change with the JDK. */
    @Override
    public int hashCode() {
        return 31 * tenant.hashCode() + session.hashCode();
    }

    /** The key of the session's records on {@code ripcord.signals} and {@code ripcord.sessions}: {@code tenant/session}. */
    public String key() {
        return RecordKey.of(tenant, session);
    }

    @Override
    public String toString() {
        return key();
    }
}
