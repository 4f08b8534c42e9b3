package dev.ripcord.deploy.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.ripcord.event.Decoded;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.event.EventTypes;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SyntheticLogTest {
    private static final Traffic TRAFFIC = Traffic.of(40, 50).withLoops(300);

    private final SyntheticLog log = new SyntheticLog(TRAFFIC);

    @Test
    void isTheSameEachTimeAlsoWhereItsWordsAreMadeAnew() {
        var again = new SyntheticLog(TRAFFIC);
        for (long event = 0; event < 500; event++) {
            assertThat(again.bytes(event)).isEqualTo(log.bytes(event));
        }
        var one = new Scripts(3);
        var other = new Scripts(3);
        for (int step = 0; step < 200; step++) {
            assertThat(one.turn(step).bytesOf(1, 2, 3))
                    .isEqualTo(other.turn(step).bytesOf(1, 2, 3));
        }
        assertThat(one.turn(0).bytesOf(1, 2, 3))
                .isNotEqualTo(new Scripts(4).turn(0).bytesOf(1, 2, 3));
    }

    @Test
    void anEventIsWhatItsRecordDecodesTo() {
        for (long event = 0; event < 4_000; event++) {
            var envelope = log.envelope(event);
            assertThat(EventDecoder.decode(envelope.bytes())).isEqualTo(new Decoded.Readable(envelope.event()));
            assertThat(envelope.bytes()).isEqualTo(log.bytes(event));
            assertThat(envelope.kafkaTime())
                    .isEqualTo(TRAFFIC.time(event))
                    .isEqualTo(envelope.event().timestamp());
            assertThat(envelope.event().session().session()).isEqualTo(SyntheticLog.sessionId(TRAFFIC.session(event)));
            assertThat(SyntheticLog.session(envelope.event().session().session()))
                    .isEqualTo(TRAFFIC.session(event));
        }
    }

    @Test
    void recordsAreOfAboutFiveHundredBytes() {
        assertThat(LongStream.range(0, 4_000)
                        .map(event -> log.bytes(event).length)
                        .average())
                .hasValueCloseTo(500.0, offset(15.0));
    }

    @Test
    void healthySessionsEndAndRunawaysDoNot() {
        for (long event = 0; event < 8_000; event++) {
            boolean last = TRAFFIC.index(event) == TRAFFIC.length() - 1;
            boolean healthy = TRAFFIC.family(TRAFFIC.session(event)) == Family.HEALTHY;
            assertThat(log.envelope(event).event().is(EventTypes.SESSION_END)).isEqualTo(last && healthy);
        }
    }
}
