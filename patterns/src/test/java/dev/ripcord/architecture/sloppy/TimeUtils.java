package dev.ripcord.architecture.sloppy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.function.LongSupplier;

/** Breaks the rules on purpose, so that the rules are seen to hold something. */
final class TimeUtils {
    private TimeUtils() {}

    static List<Object> everyWayToAskForTheTime() {
        LongSupplier reference = System::currentTimeMillis;
        return List.of(
                System.currentTimeMillis(),
                System.nanoTime(),
                Instant.now(),
                LocalDateTime.now(),
                Clock.systemUTC(),
                new Date(),
                Calendar.getInstance(),
                reference);
    }

    /** Times that come from elsewhere are fine. */
    static List<Object> timesFromElsewhere() {
        return List.of(Instant.ofEpochMilli(7), new Date(7), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }
}
