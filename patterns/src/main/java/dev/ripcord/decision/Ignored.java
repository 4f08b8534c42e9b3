package dev.ripcord.decision;

import dev.ripcord.event.Money;
import dev.ripcord.signal.Violation;

/**
 * What happened although it was halted.
 *
 * @param events of halted sessions
 * @param costNanos what they cost, in nano-dollars, as far as their telemetry says
 * @param toldAt Kafka time of the first of them, when people were told; null where there is none
 * @param lastAt Kafka time of the latest; null likewise
 */
public record Ignored(long events, long costNanos, Long toldAt, Long lastAt) {
    static final Ignored NEVER = new Ignored(0, 0, null, null);

    Ignored with(Violation violation) {
        long cost = violation.costUsd() == null
                ? 0
                : Money.nanoDollars(violation.costUsd()).orElse(0);
        return new Ignored(
                events + violation.events(),
                Money.add(costNanos, cost),
                toldAt == null ? violation.kafkaTime() : toldAt,
                lastAt == null ? violation.kafkaTime() : Math.max(lastAt, violation.kafkaTime()));
    }

    /** @return for people: {@code 3 events since, $0.12} */
    String inWords() {
        return events + (events == 1 ? " event" : " events") + " since, " + Money.format(costNanos);
    }
}
