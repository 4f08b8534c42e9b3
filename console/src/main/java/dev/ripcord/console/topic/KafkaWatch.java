package dev.ripcord.console.topic;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** Asks Kafka every second whether it is there: a consumer goes on trying in silence when it is not. */
public final class KafkaWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int PATIENCE_MILLIS = 2_000;

    private final KafkaClients kafka;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watch-kafka");
        thread.setDaemon(true);
        return thread;
    });
    private Admin admin;
    private volatile String problem = "it has not answered yet";

    public KafkaWatch(KafkaClients kafka) {
        this.kafka = kafka;
        timer.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @return {@code ok}, or why Kafka is not reachable */
    public String state() {
        return problem == null ? "ok" : problem;
    }

    public boolean isReachable() {
        return problem == null;
    }

    private void look() {
        try {
            if (admin == null) {
                admin = kafka.admin();
            }
            DescribeClusterOptions options = new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS);
            admin.describeCluster(options).clusterId().get(2L * PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            problem = null;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (Exception unreachable) {
            Throwable cause = unreachable.getCause() == null ? unreachable : unreachable.getCause();
            problem = "it does not answer: " + cause.getMessage();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            timer.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        if (admin != null) {
            admin.close(Duration.ofMillis(PATIENCE_MILLIS));
        }
    }
}
