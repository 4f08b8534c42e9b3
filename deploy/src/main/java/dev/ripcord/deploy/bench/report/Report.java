package dev.ripcord.deploy.bench.report;

import dev.ripcord.deploy.bench.figures.Latency;
import dev.ripcord.deploy.bench.figures.Rate;
import dev.ripcord.deploy.bench.figures.Results;
import dev.ripcord.deploy.print.Table;
import dev.ripcord.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code ripcord bench} found, for people and for programs. */
public record Report(Results results) {
    /** @return whether every signal came */
    public boolean isComplete() {
        return results.latencies().values().stream().allMatch(latency -> latency.lost() == 0);
    }

    /** @return one object: the summary's keys, and the single results beside them */
    public String json() {
        Map<String, Object> all = new LinkedHashMap<>(Summary.all(results));
        all.put("rates", results.rates());
        all.put("latencies", results.latencies());
        results.stateSize().ifPresent(size -> all.put("state_size", size));
        results.footprint().ifPresent(footprint -> all.put("footprint", footprint));
        all.put("targets", Targets.in(results));
        return Json.text(all);
    }

    public List<String> lines() {
        var lines = new ArrayList<String>();
        add(lines, rates());
        add(lines, latencies());
        add(lines, summary());
        add(lines, targets());
        return lines;
    }

    private static void add(List<String> lines, List<String> table) {
        if (table.size() > 1) {
            lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
            lines.addAll(table);
        }
    }

    private List<String> rates() {
        var table = Table.of("name", "events/s>", "each repetition>", "runaways found>");
        results.rates()
                .forEach((name, rate) -> table.row(
                        name,
                        number(rate.median()),
                        repetitions(rate),
                        rate.runaways() == null ? "-" : rate.runaways()));
        return table.lines();
    }

    private static String repetitions(Rate rate) {
        return rate.eventsPerSecond().stream().map(Report::number).collect(Collectors.joining("  "));
    }

    private List<String> latencies() {
        var table = Table.of("name", "events/s>", "signals>", "lost>", "timed>", "p50>", "p99>", "max>");
        results.latencies().forEach((name, latency) -> row(table, name, latency));
        return table.lines();
    }

    private static void row(Table table, String name, Latency latency) {
        table.row(
                name,
                number(latency.ratePerS()),
                latency.signals(),
                latency.lost(),
                latency.timed(),
                millis(latency.p50Ms()),
                millis(latency.p99Ms()),
                millis(latency.maxMs()));
    }

    private List<String> summary() {
        var table = Table.of("summary", ">");
        Summary.all(results).forEach((key, value) -> table.row(key, figure(value)));
        results.stateSize()
                .ifPresent(size -> table.row("bytes of the largest of " + size.sessions(), number(size.maxBytes())));
        return table.lines();
    }

    private List<String> targets() {
        var table = Table.of("target", "found>", "promised>", "");
        Targets.in(results)
                .forEach(reached ->
                        table.row(reached.what(), figure(reached.value()), reached.target(), verdict(reached.met())));
        return table.lines();
    }

    private static String verdict(Boolean met) {
        if (met == null) {
            return "not measured";
        }
        return met ? "reached" : "missed";
    }

    private static String figure(Double value) {
        return value == null ? "-" : Figure.text(value);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String millis(Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.1f ms", value);
    }
}
