package dev.ripcord.console.webhook.notice;

import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Scope;
import java.util.Objects;

/**
 * An incident is over: nothing that it had stopped is stopped any more.
 *
 * @param pattern null where a person's halt ended
 * @param scope the last one that was let go
 * @param text for people: who let it go, and why
 * @param at milliseconds since the epoch
 */
public record Resolution(Cause cause, PatternReference pattern, Scope scope, String text, long at) {
    public Resolution {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(text, "text");
    }
}
