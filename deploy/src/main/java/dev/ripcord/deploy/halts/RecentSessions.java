package dev.ripcord.deploy.halts;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.print.Count;
import dev.ripcord.halt.Subject;
import dev.ripcord.time.Durations;
import dev.ripcord.time.WallClock;
import java.time.Duration;
import java.util.Optional;

/** Sessions that the guard has seen lately: about how many a panic stops. */
public final class RecentSessions {
    private static final Duration LATELY = Duration.ofMinutes(10);

    private RecentSessions() {}

    /** @return a sentence for people; empty where it cannot be known within seconds */
    public static Optional<String> count(KafkaAddress kafka) throws InterruptedException {
        var seen = SeenSessions.since(WallClock.SYSTEM.millis() - LATELY.toMillis(), kafka);
        return seen.missed().isPresent() ? Optional.empty() : Optional.of(sentence(seen));
    }

    private static String sentence(SeenSessions seen) {
        long tenants = seen.goingOn().stream().map(Subject::tenant).distinct().count();
        return Count.of(seen.goingOn().size(), "session") + " of " + Count.of(tenants, "tenant")
                + " wrote within the last " + Durations.format(LATELY) + ".";
    }
}
