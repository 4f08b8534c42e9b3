package dev.ripcord.deploy.bench.engine;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Flink's own count of the records that each operator has taken: the same for every engine, and none of them needs a
 * counter of ours. Flink finds this class by its name in {@code META-INF/services}.
 */
public final class OperatorCounts implements MetricReporter, MetricReporterFactory {
    private static final String TAKEN = "numRecordsIn";
    private static final Map<Operator, Counter> COUNTERS = new ConcurrentHashMap<>();

    private record Operator(String job, String name) {}

    static void reportOn(Configuration cluster) {
        cluster.setString("metrics.reporter.bench.factory.class", OperatorCounts.class.getName());
    }

    /** @return how many records the operator has taken so far */
    public static long of(String job, String operator) {
        var counter = COUNTERS.get(new Operator(job, operator));
        return counter == null ? 0 : counter.getCount();
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
        if (name.equals(TAKEN)
                && metric instanceof Counter counter
                && operator(group).name() != null) {
            COUNTERS.put(operator(group), counter);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        if (name.equals(TAKEN)) {
            COUNTERS.remove(operator(group));
        }
    }

    private static Operator operator(MetricGroup group) {
        var labels = group.getAllVariables();
        return new Operator(labels.get("<job_name>"), labels.get("<operator_name>"));
    }
}
