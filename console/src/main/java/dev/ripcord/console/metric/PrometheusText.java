package dev.ripcord.console.metric;

import java.math.BigDecimal;

/**
 * Writes metrics as Prometheus reads them, version 0.0.4 of its text format
 * (https://prometheus.io/docs/instrumenting/exposition_formats/): each metric with what it means and its type.
 */
public final class PrometheusText {
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final int DIGITS_OF_MILLIS = 3;

    private final StringBuilder text = new StringBuilder();

    /** One metric; its samples follow at once. */
    public final class Metric {
        private final String name;

        private Metric(String name) {
            this.name = name;
        }

        public Metric is(long number) {
            return sample("", Long.toString(number));
        }

        public Metric is(boolean holds) {
            return is(holds ? 1 : 0);
        }

        public Metric isSeconds(long millis) {
            return sample("", seconds(millis));
        }

        /** @param value any text */
        public Metric of(String label, String value, long number) {
            return sample(labels(label, value), Long.toString(number));
        }

        public Metric of(String label, String value, boolean holds) {
            return of(label, value, holds ? 1 : 0);
        }

        public Metric ofSeconds(String label, String value, long millis) {
            return sample(labels(label, value), seconds(millis));
        }

        private Metric sample(String labels, String number) {
            text.append(name).append(labels).append(' ').append(number).append('\n');
            return this;
        }
    }

    /** A number that rises and falls. */
    public Metric gauge(String name, String meaning) {
        return metric(name, meaning, "gauge");
    }

    /**
     * A number that only rises, until the process is started again.
     *
     * @param name ends in {@code _total}
     */
    public Metric counter(String name, String meaning) {
        return metric(name, meaning, "counter");
    }

    private Metric metric(String name, String meaning, String type) {
        String help = meaning.replace("\\", "\\\\").replace("\n", "\\n");
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return new Metric(name);
    }

    private static String labels(String label, String value) {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return "{" + label + "=\"" + escaped + "\"}";
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, DIGITS_OF_MILLIS).toPlainString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
