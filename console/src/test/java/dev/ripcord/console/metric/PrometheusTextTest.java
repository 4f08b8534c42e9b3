package dev.ripcord.console.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrometheusTextTest {
    private final PrometheusText text = new PrometheusText();

    @Test
    void aMetricHasItsMeaningItsTypeAndItsSamples() {
        text.gauge("clients", "Who follows.").is(3);
        text.counter("failed_total", "Given up.").of("hook", "chat", 1).of("hook", "on-call", 0);
        assertThat(text).hasToString("""
                # HELP clients Who follows.
                # TYPE clients gauge
                clients 3
                # HELP failed_total Given up.
                # TYPE failed_total counter
                failed_total{hook="chat"} 1
                failed_total{hook="on-call"} 0
                """);
    }

    @Test
    void aLabelMayHoldAnythingAndStaysOnItsLine() {
        text.gauge("g", "Two\nlines and a \\.").of("hook", "a \"b\" \\ c\nd 7", 5);
        assertThat(text).hasToString("""
                # HELP g Two\\nlines and a \\\\.
                # TYPE g gauge
                g{hook="a \\"b\\" \\\\ c\\nd 7"} 5
                """);
    }

    @Test
    void timesAreSecondsWithoutAnExponent() {
        text.gauge("at_seconds", "When.").isSeconds(1_767_225_608_003L).ofSeconds("of", "x", 40);
        text.gauge("holds", "Whether.").is(true);
        assertThat(text.toString()).contains("at_seconds 1767225608.003\n", "{of=\"x\"} 0.040\n", "holds 1\n");
    }
}
