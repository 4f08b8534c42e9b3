package dev.ripcord.deploy.bench.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Measures what a gateway promises: quick checks, and halts that reach everybody soon. */
final class GatewayBench {
    private static final Duration CONNECTING = Duration.ofSeconds(60);
    /** Between two records: so that each is measured alone. */
    private static final long PAUSE_MILLIS = 100;
    /** The first ones meet code that has never run. */
    private static final int WARM_UP_RECORDS = 10;

    private final BenchTarget target;
    private final BenchSettings settings;
    private final Consumer<String> progress;

    GatewayBench(BenchTarget target, BenchSettings settings, Consumer<String> progress) {
        this.target = target;
        this.settings = settings;
        this.progress = progress;
    }

    GatewayReport run() throws IOException, InterruptedException {
        progress.accept(settings.rate() + " checks a second for "
                + settings.measured().toSeconds() + " s, after "
                + settings.warmUp().toSeconds() + " s to warm up ...");
        var check = new CheckLoad(target, settings).run();
        progress.accept(settings.records() + " records to " + settings.clients() + " clients ...");
        return new GatewayReport(check, delivery());
    }

    private DeliveryReport delivery() throws IOException, InterruptedException {
        // Whatever an earlier measurement left behind when it broke off.
        target.write(-1, "ripcord bench begins");
        int records = WARM_UP_RECORDS + settings.records();
        var receipts = new Receipts(settings.clients(), WARM_UP_RECORDS, records);
        try (var streams = StreamLoad.open(target, settings.clients(), receipts)) {
            if (!receipts.awaitReady(CONNECTING)) {
                throw new IOException("only " + receipts.readyClients() + " of " + settings.clients()
                        + " clients were told what stands within " + CONNECTING.toSeconds() + " s; "
                        + streams.whatBroke());
            }
            for (int record = 0; record < records; record++) {
                target.write(record, HaltStreamReader.MARK + record + " of ripcord bench");
                receipts.await(record, settings.patience());
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            progress.accept(streams.whatBroke());
        }
        return DeliveryReport.of(settings, receipts.received(), receipts.latency());
    }
}
