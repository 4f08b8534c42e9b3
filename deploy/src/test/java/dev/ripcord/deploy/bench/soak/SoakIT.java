package dev.ripcord.deploy.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A few seconds of it, with a TaskManager lost on the way. */
class SoakIT {
    private static final int LIVE = 40;
    private static final int RATE = 1_000;
    private static final SoakPlan SECONDS = new SoakPlan(
            Duration.ofSeconds(16),
            Duration.ofSeconds(4),
            RATE,
            LIVE,
            Duration.ofSeconds(1),
            Duration.ofSeconds(6),
            Duration.ofSeconds(1));

    /** Those that were there at the begin, and one for each that ended. */
    private static final long SESSIONS_THAT_CAME = LIVE + RATE * 16 / 50;

    @BeforeAll
    static void theLibraryIsThatOfThisTree() {
        System.setProperty("ripcord.home", "..");
    }

    @Test
    void everyRunawayIsFoundThoughTheTaskManagerIsLostAndSessionsAreFreed() throws Exception {
        var heard = new ArrayList<SoakInterval>();
        var report = new Soak(SECONDS, heard::add).run();
        assertThat(report.isRight()).as("%s", report.lines()).isTrue();
        assertThat(report.failures()).isPositive();
        assertThat(report.intervals()).hasSize(4).isEqualTo(heard);
        assertThat(report.intervals()).allSatisfy(interval -> {
            assertThat(interval.signals()).isPositive();
            assertThat(interval.line()).contains(interval.signals() + " signals");
        });
        var last = report.intervals().get(3).vitals();
        assertThat(last.sessions()).isBetween(1L, SESSIONS_THAT_CAME - 1);
        assertThat(last.checkpointBytes()).isPositive();
        assertThat(last.fileBytes()).isPositive();
    }
}
