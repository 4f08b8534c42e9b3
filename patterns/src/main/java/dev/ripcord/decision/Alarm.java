package dev.ripcord.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Scope;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.Severity;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.SignalId;
import java.util.List;
import java.util.Map;

/** What the guard tells by itself, without a definition; each once for each halt or incident. */
public enum Alarm {
    @JsonProperty("held")
    HELD(1, "ripcord-halts-held", "More would be halted at once than the blast-radius cap allows", Severity.CRITICAL),
    @JsonProperty("unacknowledged")
    UNACKNOWLEDGED(2, "ripcord-halt-unacknowledged", "No runtime has acknowledged a halt", Severity.WARNING),
    @JsonProperty("refused")
    REFUSED(3, "ripcord-halt-refused", "A runtime refuses a halt", Severity.WARNING),
    @JsonProperty("violated")
    VIOLATED(4, "ripcord-halt-violated", "A halted session goes on", Severity.CRITICAL),
    @JsonProperty("escalated")
    ESCALATED(5, "ripcord-halt-escalated", "A halt was ignored, and its lineage is halted", Severity.CRITICAL);

    private final PatternReference reference;
    private final Severity severity;

    Alarm(int number, String id, String title, Severity severity) {
        // No definition has such a hash: there is no text behind it.
        this.reference = new PatternReference(id, String.format("%016x", number), 1, title);
        this.severity = severity;
    }

    public PatternReference reference() {
        return reference;
    }

    /** @param about the halt's or the incident's id */
    public String signalId(Scope scope, String about) {
        return SignalId.of(scope, reference.key(), about);
    }

    /**
     * @param action halt where the guard halts with it, otherwise warn
     * @param values numbers that say how bad it is
     */
    Signal signal(
            Scope scope, String about, Situation at, Action action, String message, Map<String, Object> values) {
        return new Signal(
                Signal.SCHEMA_VERSION,
                signalId(scope, about),
                reference,
                Mode.ENFORCE,
                action,
                severity,
                scope,
                at.tenant(),
                at.session(),
                at.root(),
                at.parent(),
                at.agent(),
                at.position(),
                at.time(),
                at.kafkaTime(),
                message,
                List.of(),
                values,
                Map.of(),
                at.spendUsd(),
                at.coverage(),
                null,
                null);
    }
}
