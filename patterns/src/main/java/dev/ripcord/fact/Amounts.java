package dev.ripcord.fact;

import dev.ripcord.event.Identity;
import dev.ripcord.event.Payload;
import java.util.OptionalLong;

/**
 * What an event reports in numbers; {@link #ABSENT} where it does not.
 *
 * @param cost nano-dollars of the step itself
 * @param sessionCost nano-dollars of the session so far
 * @param corrects identity of the event whose cost this one tells anew; {@link CanonicalHash#NONE} for none
 * @param tokens input and output
 * @param latency milliseconds
 * @param budget nano-dollars left; an overdrawn budget is 0
 * @param unreadable numbers that stand there as something else
 */
record Amounts(
        long cost,
        long sessionCost,
        long corrects,
        long tokens,
        long latency,
        long retries,
        long budget,
        int unreadable) {
    static final long ABSENT = -1;

    static final Amounts NONE = new Amounts(ABSENT, ABSENT, CanonicalHash.NONE, ABSENT, ABSENT, ABSENT, ABSENT, 0);

    /** Ten years in milliseconds: no step takes longer. */
    private static final long MAX_LATENCY = 315_360_000_000L;

    private static final String[] NUMBERS = {
        "cost_usd", "session_cost_usd", "input_tokens", "output_tokens", "latency_ms", "retry_count", "budget_remaining"
    };

    static Amounts of(Payload payload) {
        if (isSilent(payload)) {
            return NONE;
        }
        long latency = payload.count("latency_ms").orElse(ABSENT);
        return new Amounts(
                payload.nanoDollars("cost_usd").orElse(ABSENT),
                payload.nanoDollars("session_cost_usd").orElse(ABSENT),
                identity(payload.textOr("corrects", null)),
                tokens(payload),
                latency > MAX_LATENCY ? ABSENT : latency,
                payload.count("retry_count").orElse(ABSENT),
                budget(payload),
                unreadable(payload));
    }

    private static boolean isSilent(Payload payload) {
        for (String number : NUMBERS) {
            if (payload.has(number)) {
                return false;
            }
        }
        return true;
    }

    private static long identity(String eventId) {
        return eventId == null ? CanonicalHash.NONE : CanonicalHash.present(Identity.ofEventId(eventId));
    }

    private static long tokens(Payload payload) {
        OptionalLong input = payload.count("input_tokens");
        OptionalLong output = payload.count("output_tokens");
        return input.isPresent() || output.isPresent() ? input.orElse(0) + output.orElse(0) : ABSENT;
    }

    /** An overdrawn budget is no unreadable one: nothing is left of it. */
    private static long budget(Payload payload) {
        String text = payload.textOr("budget_remaining", null);
        if (text == null) {
            return ABSENT;
        }
        boolean overdrawn = text.strip().startsWith("-") && !payload.hasUnreadable("budget_remaining");
        return overdrawn ? 0 : payload.nanoDollars("budget_remaining").orElse(ABSENT);
    }

    private static int unreadable(Payload payload) {
        int unreadable = 0;
        for (String number : NUMBERS) {
            unreadable += payload.hasUnreadable(number) ? 1 : 0;
        }
        return unreadable;
    }
}
