package dev.ripcord.console.webhook.hook;

import dev.ripcord.console.webhook.delivery.Outcome;

/** Counts what became of a hook's deliveries. */
final class Ledger {
    private final String name;
    private long delivered;
    private long failed;
    private long retries;
    private long dropped;
    private Long deliveredAt;
    private String lastError;
    private Long lastErrorAt;

    Ledger(String name) {
        this.name = name;
    }

    synchronized void delivered(long now) {
        delivered++;
        deliveredAt = now;
    }

    synchronized void retried(Outcome outcome, long now) {
        retries++;
        error(outcome.reason(), now);
    }

    synchronized void failed(String reason, long now) {
        failed++;
        error(reason, now);
    }

    /** @return how many by now */
    synchronized long dropped() {
        return ++dropped;
    }

    synchronized HookState state(int queued) {
        return new HookState(name, delivered, failed, retries, dropped, queued, deliveredAt, lastError, lastErrorAt);
    }

    private void error(String reason, long now) {
        lastError = reason;
        lastErrorAt = now;
    }
}
