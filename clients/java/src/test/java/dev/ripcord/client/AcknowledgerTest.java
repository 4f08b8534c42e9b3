package dev.ripcord.client;

import static dev.ripcord.client.Records.INVOICE;
import static dev.ripcord.client.Records.halt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Acknowledgement.Status;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AcknowledgerTest {
    private final Carrier carrier = new Carrier();
    private final Counts counts = new Counts();
    private final Acknowledger acknowledger = new Acknowledger(INVOICE, () -> 1_234, counts, carrier);

    @Test
    void eachStatusOfAHaltGoesOutOnceAndInOrder() {
        for (int repeat = 0; repeat < 3; repeat++) {
            acknowledger.acknowledge(halt("a", 1), Status.RECEIVED, null);
            acknowledger.acknowledge(halt("a", 1), Status.STOPPED, null);
        }
        acknowledger.acknowledge(halt("b", 2), Status.REFUSED, "a person watches");
        acknowledger.close();
        assertThat(carrier.arrived)
                .extracting(word -> word.haltId() + " " + word.status())
                .containsExactly("a RECEIVED", "a STOPPED", "b REFUSED");
        var last = carrier.arrived.get(2);
        assertThat(last.reason()).isEqualTo("a person watches");
        assertThat(last.agentId()).isEqualTo("validator");
        assertThat(last.at()).isEqualTo(1_234);
        assertThat(last.client()).startsWith("ripcord-java");
    }

    @Test
    void whatDidNotArriveIsSentAgain() {
        carrier.failures.set(3);
        acknowledger.acknowledge(halt("a", 1), Status.RECEIVED, null);
        acknowledger.close();
        assertThat(carrier.arrived).hasSize(1);
    }

    @Test
    void whatIsRefusedForGoodIsNotSentAgain() {
        carrier.refuses = true;
        acknowledger.acknowledge(halt("a", 1), Status.RECEIVED, null);
        acknowledger.acknowledge(halt("a", 1), Status.STOPPED, null);
        acknowledger.close();
        assertThat(carrier.attempts).hasValue(2);
        assertThat(counts.stats().acksPending()).isZero();
    }

    @Test
    void anAgentThatEndsIsNotHeldUpForLong() {
        carrier.failures.set(Integer.MAX_VALUE);
        acknowledger.acknowledge(halt("a", 1), Status.STOPPED, null);
        acknowledger.close();
        assertThat(carrier.closed).isTrue();
    }

    /** Fails as often as it is told to, then takes everything. */
    private static final class Carrier implements AckSender {
        final List<Acknowledgement> arrived = new CopyOnWriteArrayList<>();
        final AtomicInteger failures = new AtomicInteger();
        final AtomicInteger attempts = new AtomicInteger();
        volatile boolean refuses;
        volatile boolean closed;

        @Override
        public void send(Acknowledgement word) throws IOException {
            attempts.incrementAndGet();
            if (refuses) {
                throw new AckRefused("the key may not acknowledge");
            }
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IOException("no answer");
            }
            arrived.add(word);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
