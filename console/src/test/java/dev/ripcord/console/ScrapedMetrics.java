package dev.ripcord.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A gateway's metrics as Prometheus scrapes them; fails where the text is none that it could read. */
final class ScrapedMetrics {
    private static final Pattern TYPE = Pattern.compile("# TYPE ([a-z_]+) (?:gauge|counter)");
    private static final Pattern HELP = Pattern.compile("# HELP [a-z_]+ .+");
    private static final Pattern SAMPLE = Pattern.compile("(([a-z_]+)(?:\\{[a-z_]+=\"[^\"\\n]*\"})?) (-?[0-9.]+)");

    private final Map<String, Double> samples = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    private ScrapedMetrics() {}

    static ScrapedMetrics of(Http http) throws Exception {
        var response = http.text("/metrics");
        assertThat(response.statusCode()).isEqualTo(200);
        ScrapedMetrics scraped = new ScrapedMetrics();
        String type = "";
        for (String line : response.body().lines().toList()) {
            Matcher typed = TYPE.matcher(line);
            if (typed.matches()) {
                type = typed.group(1);
                assertThat(scraped.names.add(type)).as(line).isTrue();
            } else if (!HELP.matcher(line).matches()) {
                scraped.add(line, type);
            }
        }
        return scraped;
    }

    private void add(String line, String type) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        assertThat(sample.group(2)).isEqualTo(type);
        assertThat(samples.put(sample.group(1), Double.valueOf(sample.group(3))))
                .as(line)
                .isNull();
    }

    /** @return of all metrics, also of those that have no sample now */
    Set<String> names() {
        return names;
    }

    /** @param sample with its label: {@code ripcord_gateway_checks_total{verdict="halted"}} */
    double value(String sample) {
        assertThat(samples).containsKey(sample);
        return samples.get(sample);
    }
}
