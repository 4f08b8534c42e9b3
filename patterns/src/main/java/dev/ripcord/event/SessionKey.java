package dev.ripcord.event;

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

    @Override
    public String toString() {
        return tenant + "/" + session;
    }
}
