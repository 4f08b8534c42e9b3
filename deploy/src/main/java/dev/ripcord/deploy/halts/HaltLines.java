package dev.ripcord.deploy.halts;

import dev.ripcord.deploy.print.Count;
import dev.ripcord.deploy.print.Moment;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.deploy.print.Table;
import dev.ripcord.event.Money;
import dev.ripcord.halt.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Halts for people: those of one cause together, for fourteen sessions of one runaway are one thing to look at. */
public final class HaltLines {
    private static final int SHORT_ID = 8;

    private HaltLines() {}

    /** @param halts the newest last */
    public static List<String> of(List<ListedHalt> halts) {
        return of(halts, halts.size());
    }

    /**
     * @param halts the newest last
     * @param most rows at most; the newest are shown, under the headline of all that belong to their cause
     * @return the cause with the newest halt last
     */
    public static List<String> of(List<ListedHalt> halts, int most) {
        Map<String, List<ListedHalt>> causes = halts.stream()
                .collect(Collectors.groupingBy(HaltLines::cause, LinkedHashMap::new, Collectors.toList()));
        var shown = Set.copyOf(halts.subList(Math.max(0, halts.size() - most), halts.size()));
        List<String> lines = new ArrayList<>();
        causes.values().stream()
                .filter(cause -> shown.contains(newest(cause)))
                .sorted(Comparator.comparingLong(cause -> newest(cause).since()))
                .forEach(cause -> {
                    if (!lines.isEmpty()) {
                        lines.add("");
                    }
                    lines.add(Printable.line(headline(cause)));
                    rows(cause.stream().filter(shown::contains).toList()).forEach(row -> lines.add("  " + row));
                });
        return lines;
    }

    private static ListedHalt newest(List<ListedHalt> cause) {
        return cause.get(cause.size() - 1);
    }

    /** What a person did is told one by one: each of it had its own reason. */
    private static String cause(ListedHalt halt) {
        return halt.incident() != null ? halt.incident() : halt.scope() + " " + halt.since();
    }

    private static String headline(List<ListedHalt> cause) {
        ListedHalt first = cause.get(0);
        if (first.incident() == null) {
            return first.scope() + " " + what(first) + " since " + Moment.utc(first.since()) + " by "
                    + first.actor().name() + ": " + first.reason();
        }
        long since = cause.stream().mapToLong(ListedHalt::since).min().orElseThrow();
        return first.pattern().id() + " halted " + whom(cause) + " since " + Moment.utc(since)
                + spent(cause) + "; incident "
                + first.incident()
                        .substring(0, Math.min(SHORT_ID, first.incident().length())) + ": "
                + first.pattern().title();
    }

    private static String what(ListedHalt one) {
        return one.state().name().toLowerCase(Locale.ROOT);
    }

    /** {@code 14 sessions of tenant acme} */
    private static String whom(List<ListedHalt> cause) {
        var scopes = cause.stream().map(halt -> Scope.parse(halt.scope())).toList();
        var kinds =
                new TreeSet<>(scopes.stream().map(scope -> scope.kind().word()).toList());
        var tenants = new TreeSet<>(
                scopes.stream().map(Scope::tenant).filter(Objects::nonNull).toList());
        var number = Count.of(cause.size(), kinds.size() == 1 ? kinds.first() : "scope");
        return tenants.size() == 1 ? number + " of tenant " + tenants.first() : number;
    }

    private static String spent(List<ListedHalt> cause) {
        var spends = cause.stream()
                .map(ListedHalt::spendUsd)
                .filter(Objects::nonNull)
                .toList();
        if (spends.isEmpty()) {
            return "";
        }
        var sum = spends.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return ", " + money(sum) + " spent by then";
    }

    private static String money(BigDecimal dollars) {
        var nanos = Money.nanoDollars(dollars);
        return nanos.isPresent() ? Money.format(nanos.getAsLong()) : "$" + dollars.toPlainString();
    }

    private static List<String> rows(List<ListedHalt> cause) {
        var table = Table.of("scope", "since", "spent>", "agents", "until", "why");
        for (ListedHalt halt : cause) {
            table.row(
                    halt.scope(),
                    Moment.utc(halt.since()),
                    halt.spendUsd() == null ? "" : money(halt.spendUsd()),
                    AnswerWords.of(halt),
                    halt.expiresAt() == null ? "released" : Moment.utc(halt.expiresAt()),
                    halt.reason());
        }
        return table.lines();
    }
}
