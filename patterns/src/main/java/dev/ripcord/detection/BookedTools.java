package dev.ripcord.detection;

import dev.ripcord.pattern.ToolProfile;
import java.util.List;

/** What is said of tools, as it can be activated. */
record BookedTools(PatternRecord record, ToolProfile document) implements Booked {
    @Override
    public TenantLists tenants() {
        return new TenantLists(List.of(document.appliesTo().tenants()));
    }
}
