package dev.ripcord.console.webhook.notice;

import dev.ripcord.halt.Actor;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Scope;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Severity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/**
 * One thing that people may want to know: a signal, or a halt by a person. Holds no prompt text and no arguments,
 * because signals and halts hold none.
 *
 * @param id of the signal or the halt
 * @param pattern null where a person acted
 * @param tenant null where all are meant
 * @param session null where the scope is wider and no session is named
 * @param agent null likewise
 * @param text for people
 * @param at the broker's time, milliseconds since the epoch
 * @param spendUsd dollars; null where unknown
 * @param values the facts that matched
 */
public record Notice(
        String id,
        What what,
        PatternReference pattern,
        Action action,
        Severity severity,
        Scope scope,
        String tenant,
        String session,
        String agent,
        String text,
        Actor actor,
        long at,
        BigDecimal spendUsd,
        Map<String, Object> values) {
    public Notice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(actor, "actor");
    }

    public Cause cause() {
        return pattern == null ? Cause.ofOperator(scope) : new Cause(what, pattern.key(), scope.tenant());
    }
}
