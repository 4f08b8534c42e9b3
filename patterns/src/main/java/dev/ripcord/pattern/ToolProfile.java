package dev.ripcord.pattern;

import dev.ripcord.fact.ToolReading;
import java.util.Comparator;
import java.util.List;

/**
 * What a deployment says of its tools: which only wait, which do not count, which of their arguments differ although
 * the call is the same. It changes how events are read, and so what every pattern sees.
 *
 * <p>The hash is made of what it says, as that of a {@link Definition} is; the order of its rows is none of that.
 *
 * @param hash the first 16 hexadecimal digits of the SHA-256 of what it says
 * @param appliesTo tenants and agents; it names no tools
 * @param source the YAML of this profile alone, as it was written
 */
public record ToolProfile(
        String id, int version, String hash, String title, Selector appliesTo, List<ToolRow> rows, String source)
        implements Document {

    /**
     * Where several profiles speak of a tool, later ones in this order win: what is said for some agents counts before
     * what is said for a tenant, and that before what is said for everybody; of equals the later id.
     */
    public static final Comparator<ToolProfile> IN_ORDER = Comparator.comparing(ToolProfile::isForAgents)
            .thenComparing(ToolProfile::isForTenants)
            .thenComparing(ToolProfile::id);

    public ToolProfile {
        rows = List.copyOf(rows);
    }

    public boolean isForAgents() {
        return !appliesTo.agents().isEmpty();
    }

    private boolean isForTenants() {
        return !appliesTo.tenants().isEmpty();
    }

    /** @return what the nearest row says of the tool; {@link ToolReading#USUAL} where none does */
    public ToolReading of(String tool) {
        return rows.stream()
                .filter(row -> row.nearness(tool) != ToolRow.NONE)
                .max(Comparator.comparingInt(row -> row.nearness(tool)))
                .map(ToolRow::reading)
                .orElse(ToolReading.USUAL);
    }

    ToolProfile withHash(String hash) {
        return new ToolProfile(id, version, hash, title, appliesTo, rows, source);
    }
}
