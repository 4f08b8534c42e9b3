package dev.ripcord.deploy.bench.gateway;

import dev.ripcord.deploy.print.Table;
import java.util.List;
import java.util.Locale;

/** What {@code ripcord bench gateway} found. */
record GatewayReport(CheckReport check, DeliveryReport delivery) {
    boolean isComplete() {
        return check.lost() == 0 && delivery.lost() == 0;
    }

    List<String> lines() {
        return Table.of("what", "count>", "lost>", "p50>", "p99>", "max>", "target p99>", "met")
                .row(
                        "GET /v1/check at " + check.ratePerS() + "/s",
                        check.requests(),
                        check.lost(),
                        millis(check.p50Ms()),
                        millis(check.p99Ms()),
                        millis(check.maxMs()),
                        "< " + millis(check.targetP99Ms()),
                        check.met() ? "yes" : "no")
                .row(
                        delivery.records() + " records to " + delivery.clients() + " SSE clients",
                        delivery.received(),
                        delivery.lost(),
                        millis(delivery.p50Ms()),
                        millis(delivery.p99Ms()),
                        millis(delivery.maxMs()),
                        "< " + millis(delivery.targetP99Ms()),
                        delivery.met() ? "yes" : "no")
                .lines();
    }

    private static String millis(Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.1f ms", value);
    }
}
