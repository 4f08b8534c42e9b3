package dev.ripcord.detection;

import dev.ripcord.halt.ScopeKind;
import dev.ripcord.pattern.Definition;
import java.util.Map;

/** A definition that can be activated. */
record BookedDefinition(PatternRecord record, Definition definition, Clauses clauses) implements Booked {

    static BookedDefinition of(PatternRecord record, Definition definition) throws Refusal {
        if (definition.scope() != ScopeKind.SESSION) {
            throw new Refusal("scope is " + definition.scope() + "; this version detects in sessions only");
        }
        BookedDefinition booked = new BookedDefinition(record, definition, Clauses.of(definition));
        // What shapes it may still change, but a definition that cannot even run as it is written is refused at once.
        Compilable.check(booked, definition.parameters(Map.of()));
        return booked;
    }

    @Override
    public Definition document() {
        return definition;
    }

    /** Whom it applies to is asked at each step: only parameters make another pattern of it. */
    @Override
    public TenantLists tenants() {
        return new TenantLists(definition.overrides().stream()
                .map(override -> override.selector().tenants())
                .toList());
    }
}
