package dev.ripcord.console.webhook.delivery;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one attempt.
 *
 * @param reason for people, without secrets; empty where it was delivered
 * @param retryAfter how long the receiver asks to be left alone
 */
public record Outcome(Kind kind, String reason, Optional<Duration> retryAfter) {
    public static final Outcome DELIVERED = new Outcome(Kind.DELIVERED, "", Optional.empty());

    /** What to do next. */
    public enum Kind {
        DELIVERED,
        /** It may go better another time. */
        RETRY,
        /** It would fail again. */
        REFUSED
    }

    public Outcome {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
    }

    public static Outcome retry(String reason) {
        return new Outcome(Kind.RETRY, reason, Optional.empty());
    }

    public static Outcome refused(String reason) {
        return new Outcome(Kind.REFUSED, reason, Optional.empty());
    }

    /** @param now milliseconds since the epoch */
    static Outcome of(ResponseHead head, long now) {
        int status = head.status();
        if (status / 100 == 2) {
            return DELIVERED;
        }
        if (status == 408 || status == 429 || status >= 500) {
            return new Outcome(Kind.RETRY, "it answered " + status, head.retryAfter(now));
        }
        return refused(
                status / 100 == 3
                        ? "it answered " + status + "; redirects are not followed: give the URL that it leads to"
                        : "it answered " + status);
    }
}
