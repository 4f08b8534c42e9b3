package dev.ripcord.decision;

import dev.ripcord.event.Money;
import dev.ripcord.signal.Violation;
import java.math.BigDecimal;

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
        return new Ignored(
                events + violation.events(),
                Money.add(costNanos, nanos(violation.costUsd())),
                toldAt == null ? violation.kafkaTime() : toldAt,
                lastAt == null ? violation.kafkaTime() : Math.max(lastAt, violation.kafkaTime()));
    }

    /** Of many events together, so what is absurd for one is not for these; it saturates. */
    private static long nanos(BigDecimal dollars) {
        return dollars == null
                ? 0
                : dollars.scaleByPowerOfTen(9)
                        .min(BigDecimal.valueOf(Long.MAX_VALUE))
                        .longValue();
    }

    /** @return for people: {@code 3 events since, $0.12} */
    String inWords() {
        return events + (events == 1 ? " event" : " events") + " since, " + Money.format(costNanos);
    }
}
