package dev.ripcord.deploy.bench.engine;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * How many events each operator has taken, and how many sessions detection knows. Flink counts its records; an operator whose records are batches counts the
 * events itself. Flink finds this class by its name in {@code META-INF/services}.
 */
public final class OperatorCounts implements MetricReporter, MetricReporterFactory {
    private static final String RECORDS = "numRecordsIn";
    private static final String EVENTS = "judged_events";
    private static final String SESSIONS = "live_sessions";
    private static final Map<Count, Metric> TOLD = new ConcurrentHashMap<>();

    private record Count(String name, String job, String operator) {}

    static void reportOn(Configuration cluster) {
        cluster.setString("metrics.reporter.bench.factory.class", OperatorCounts.class.getName());
    }

    /** @return how many events the operator has taken so far */
    public static long of(String job, String operator) {
        var records = TOLD.get(new Count(RECORDS, job, operator));
        var metric = TOLD.getOrDefault(new Count(EVENTS, job, operator), records);
        return metric instanceof Counter counter ? counter.getCount() : 0;
    }

    /** @return sessions in the operator's state; 0 while the job does not run */
    public static long sessions(String job, String operator) {
        var metric = TOLD.get(new Count(SESSIONS, job, operator));
        return metric instanceof Gauge<?> gauge && gauge.getValue() instanceof Number known ? known.longValue() : 0;
    }

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        return new OperatorCounts();
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (isTold(name, group)) {
            TOLD.put(count(name, group), metric);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        if (isTold(name, group)) {
            // Of a job that starts again, the new one may have come before the old one goes.
            TOLD.remove(count(name, group), metric);
        }
    }

    private static boolean isTold(String name, MetricGroup group) {
        return (name.equals(RECORDS) || name.equals(EVENTS) || name.equals(SESSIONS))
                && count(name, group).operator() != null;
    }

    private static Count count(String name, MetricGroup group) {
        var labels = group.getAllVariables();
        return new Count(name, labels.get("<job_name>"), labels.get("<operator_name>"));
    }
}
