package dev.ripcord.console.archive.compact;

import static dev.ripcord.console.archive.sql.DuckDatabase.text;

import dev.ripcord.archive.ArchiveTable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How long records are kept, counted from the end of their day in UTC.
 *
 * @param byTenant of tenants with a time of their own
 * @param others of everybody else, and of records that belong to nobody; empty to keep them for ever
 */
public record Retention(Map<String, Duration> byTenant, Optional<Duration> others) {
    /** Of a compaction, which drops nothing but repeats. */
    static final String KEEP_ALL = "true";

    public Retention {
        byTenant = Map.copyOf(byTenant);
    }

    /**
     * Patterns are kept for ever: there are few of them, and what was in force last year decides what last year's
     * events meant.
     *
     * @return whether anything of that age may be over
     */
    boolean mayExpire(ArchiveTable table, Duration age) {
        return table != ArchiveTable.PATTERNS
                && (isOver(others, age) || byTenant.values().stream().anyMatch(time -> isOver(Optional.of(time), age)));
    }

    private static boolean isOver(Optional<Duration> time, Duration age) {
        return time.isPresent() && age.compareTo(time.get()) >= 0;
    }

    /** @return SQL condition on the records of that age that are to stay */
    String keep(Duration age) {
        boolean othersStay = !isOver(others, age);
        // Those of whom it has to be said, because they go another way than everybody else.
        String exceptions = new TreeMap<>(byTenant)
                .entrySet().stream()
                        .filter(tenant -> isOver(Optional.of(tenant.getValue()), age) == othersStay)
                        .map(tenant -> text(tenant.getKey()))
                        .collect(Collectors.joining(", "));
        if (exceptions.isEmpty()) {
            return Boolean.toString(othersStay);
        }
        return "coalesce(tenant " + (othersStay ? "NOT IN (" : "IN (") + exceptions + "), " + othersStay + ")";
    }
}
