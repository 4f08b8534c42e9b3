package dev.ripcord.console.access;

import java.util.Optional;

/**
 * Who asks.
 *
 * @param name of the key; the actor of what is halted and released with it
 * @param tenant the only one that the key is for; empty where it is for all
 */
public record Caller(String name, Role role, Optional<String> tenant) {
    /** Everybody on this machine, where no keys are set up. */
    public static final Caller LOCAL = new Caller("local", Role.OPERATOR, Optional.empty());

    public boolean mayUse(String otherTenant) {
        return tenant.isEmpty() || tenant.get().equals(otherTenant);
    }
}
