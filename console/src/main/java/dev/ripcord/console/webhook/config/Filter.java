package dev.ripcord.console.webhook.config;

import dev.ripcord.console.webhook.notice.Notice;
import dev.ripcord.console.webhook.notice.Resolution;
import dev.ripcord.console.webhook.notice.What;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.pattern.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a hook is told of.
 *
 * @param severity the lowest
 * @param tenants empty for all but that of the drill; {@code *} stands for any characters
 * @param patterns ids, empty for all; likewise. A person's halt has no pattern, and passes
 * @param resolved whether the end of an incident is told
 */
public record Filter(
        Set<What> what, Severity severity, List<NameGlob> tenants, List<NameGlob> patterns, boolean resolved) {
    static final Set<What> DEFAULT_WHAT = EnumSet.of(What.HALTS, What.SYSTEM);

    public static final Filter DEFAULT = new Filter(DEFAULT_WHAT, Severity.INFO, List.of(), List.of(), true);

    private static final String DRILL_TENANT = "ripcord-drill";

    public Filter {
        what = Set.copyOf(what);
        tenants = List.copyOf(tenants);
        patterns = List.copyOf(patterns);
    }

    public boolean wants(Notice notice) {
        return what.contains(notice.what())
                && notice.severity().compareTo(severity) >= 0
                && passes(notice.tenant(), notice.pattern());
    }

    /** Halts do not say how severe they are: the end of one is told whatever the severity. */
    public boolean wants(Resolution resolution) {
        return resolved
                && what.contains(resolution.cause().what())
                && passes(resolution.cause().tenant(), resolution.pattern());
    }

    private boolean passes(String tenant, PatternReference pattern) {
        // A drill is to be run every few minutes, and nobody is to be woken by one that succeeds.
        boolean ofTheDrill = tenants.isEmpty() && DRILL_TENANT.equals(tenant);
        return !ofTheDrill
                && (tenant == null || any(tenants, tenant))
                && (pattern == null || any(patterns, pattern.id()));
    }

    private static boolean any(List<NameGlob> globs, String name) {
        return globs.isEmpty() || globs.stream().anyMatch(glob -> glob.matches(name));
    }
}
