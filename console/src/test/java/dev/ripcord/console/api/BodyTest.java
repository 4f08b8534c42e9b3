package dev.ripcord.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BodyTest {
    private final AtomicLong millis = new AtomicLong();

    @Test
    void aBodyIsReadToItsEndOrToTheMostThatIsTaken() throws Exception {
        byte[] body = "b".repeat(20_000).getBytes();
        assertThat(read(new ByteArrayInputStream(body), 20_001)).isEqualTo(body);
        assertThat(read(new ByteArrayInputStream(body), 9_000)).hasSize(9_000);
    }

    @Test
    void whoSendsAByteASecondIsNotWaitedFor() {
        assertThatThrownBy(() -> read(everySecond(1), 20_000))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("the body comes too slowly; the least is 1000 bytes a second");
        assertThat(millis).hasValue(6_000);
    }

    @Test
    void whoIsSlowAndSteadyIsHeard() throws Exception {
        assertThat(read(everySecond(1_000), 20_000)).hasSize(20_000);
    }

    private InputStream everySecond(int bytes) {
        return new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("one by one");
            }

            @Override
            public int read(byte[] into, int offset, int most) {
                millis.addAndGet(1_000);
                return Math.min(bytes, most);
            }
        };
    }

    private byte[] read(InputStream in, int most) throws Exception {
        return Body.read(in, most, () -> TimeUnit.MILLISECONDS.toNanos(millis.get()));
    }
}
