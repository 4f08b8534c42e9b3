package dev.ripcord.console.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.console.guard.GuardState.Liveness;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Heartbeat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class GuardWatchTest {
    private static final long NOON = 1_767_225_600_000L;

    private long nanos = 1;
    private final GuardWatch watch = new GuardWatch(GuardLimits.DEFAULTS, () -> NOON, () -> nanos);

    @Test
    void withoutAHeartbeatThereIsNoGuard() {
        assertThat(watch.state().liveness()).isEqualTo(Liveness.ABSENT);
        assertThat(watch.state().members()).isEqualTo("\"guard\":\"absent\"");
    }

    @Test
    void theSlowestPartitionSaysHowFarDetectionIsBehind() {
        listening();
        hear(0, 4L, NOON);
        hear(1, 40L, NOON);
        assertThat(watch.state()).isEqualTo(new GuardState(Liveness.LIVE, 40L));
    }

    @Test
    void whoIsSilentForMoreThanFiveSecondsIsStale() {
        listening();
        hear(0, 4L, NOON);
        after(Duration.ofSeconds(5));
        assertThat(watch.state().liveness()).isEqualTo(Liveness.LIVE);
        after(Duration.ofMillis(1));
        assertThat(watch.state()).isEqualTo(new GuardState(Liveness.STALE, 5_005L));
    }

    @Test
    void aLiveGuardIsStaleForAGatewayThatDoesNotHearOfItsHalts() {
        listening();
        hear(0, 4L, NOON);
        watch.staleWhile(() -> true);
        assertThat(watch.state()).isEqualTo(new GuardState(Liveness.STALE, 4L));
        watch.staleWhile(() -> false);
        assertThat(watch.state().liveness()).isEqualTo(Liveness.LIVE);
    }

    @Test
    void onePartitionThatIsSilentIsEnough() {
        listening();
        hear(0, 4L, NOON);
        hear(1, 4L, NOON);
        after(Duration.ofSeconds(4));
        hear(0, 4L, NOON);
        after(Duration.ofSeconds(4));
        assertThat(watch.state().liveness()).isEqualTo(Liveness.STALE);
    }

    @Test
    void whoIsMoreThanFifteenSecondsBehindIsStale() {
        listening();
        hear(0, 15_001L, NOON);
        assertThat(watch.state().liveness()).isEqualTo(Liveness.STALE);
    }

    /** The guard itself says how long it has not known; where it need not, nobody may stop for it. */
    @Test
    void aLagThatTheGuardDoesNotKnowIsTheOneThatItLastKnewHoweverOftenItBeats() {
        listening();
        hear(0, 40L, NOON);
        for (int second = 0; second < 60; second++) {
            after(Duration.ofSeconds(1));
            hear(0, null, NOON);
        }
        assertThat(watch.state()).isEqualTo(new GuardState(Liveness.LIVE, 40L));
        hear(0, 4L, NOON);
        assertThat(watch.state().lagMillis()).isEqualTo(4L);
    }

    @Test
    void whoWasBehindIsBehindUntilItSaysThatItIsNot() {
        listening();
        hear(0, 20_000L, NOON);
        hear(0, null, NOON);
        assertThat(watch.state()).isEqualTo(new GuardState(Liveness.STALE, 20_000L));
        hear(0, 0L, NOON);
        assertThat(watch.state().liveness()).isEqualTo(Liveness.LIVE);
    }

    @Test
    void theLastHeartbeatOfADeadGuardIsAsOldAsItIs() {
        hear(0, 4L, NOON - 60_000);
        listening();
        assertThat(watch.state().liveness()).isEqualTo(Liveness.STALE);
    }

    @Test
    void aBrokerWhoseClockIsBehindDoesNotMakeALiveGuardStale() {
        listening();
        hear(0, 4L, NOON - 60_000);
        assertThat(watch.state().liveness()).isEqualTo(Liveness.LIVE);
    }

    @Test
    void aPartitionOfALogThatIsNoMoreIsForgottenOnceTheGuardIsHeard() {
        hear(7, 4L, NOON - Duration.ofHours(2).toMillis());
        listening();
        hear(0, 4L, NOON);
        assertThat(watch.state()).isEqualTo(new GuardState(Liveness.LIVE, 4L));
    }

    @Test
    void whatIsNoHeartbeatChangesNothing() {
        watch.read(record(new byte[] {'x'}, NOON));
        watch.read(record(null, NOON));
        assertThat(watch.state().liveness()).isEqualTo(Liveness.ABSENT);
    }

    private void listening() {
        watch.reachedEnd(List.of());
    }

    private void after(Duration time) {
        nanos += time.toNanos();
    }

    private void hear(int partition, Long lagMillis, long time) {
        Heartbeat heartbeat = new Heartbeat(1, partition, 7, 1L, null, lagMillis, time);
        watch.read(record(Json.bytes(heartbeat), time));
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] value, long time) {
        return new ConsumerRecord<>(
                "ripcord.heartbeat",
                0,
                0,
                time,
                TimestampType.LOG_APPEND_TIME,
                1,
                1,
                new byte[] {'0'},
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
