package dev.ripcord.console.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.console.webhook.Receiver;
import dev.ripcord.time.WallClock;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostTest {
    private static final byte[] BODY = "{\"a\":\"ä\"}".getBytes(StandardCharsets.UTF_8);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void theBodyArrivesWithItsHeaders() {
        try (var receiver = Receiver.answering(Receiver.Answer.OK)) {
            Target target = Target.of("http://me:pass@localhost:" + receiver.port() + "/hook?x=1");

            Outcome outcome = post(Resolver.SYSTEM, true).send(target, Map.of("Ripcord-Delivery", "7"), BODY);

            assertThat(outcome).isEqualTo(Outcome.DELIVERED);
            Receiver.Received received = receiver.received().get(0);
            assertThat(received.path()).isEqualTo("/hook?x=1");
            assertThat(received.body()).isEqualTo(BODY);
            assertThat(received.header("Ripcord-Delivery")).isEqualTo("7");
            assertThat(received.header("Host")).isEqualTo("localhost:" + receiver.port());
            assertThat(received.header("Authorization")).isEqualTo("Basic bWU6cGFzcw==");
        }
    }

    @Test
    void aPrivateAddressIsRefusedUnlessItIsAllowed() {
        try (var receiver = Receiver.answering(Receiver.Answer.OK)) {
            Outcome refused = post(Resolver.SYSTEM, false).send(Target.of(receiver.url()), Map.of(), BODY);

            assertThat(refused.kind()).isEqualTo(Outcome.Kind.REFUSED);
            assertThat(refused.reason())
                    .contains("127.0.0.1", "loopback", "allow_private")
                    .doesNotContain("secret");
            assertThat(receiver.received()).isEmpty();
            assertThat(post(Resolver.SYSTEM, true).send(Target.of(receiver.url()), Map.of(), BODY))
                    .isEqualTo(Outcome.DELIVERED);
        }
    }

    @Test
    void oneNumberAmongPublicAddressesThatIsPrivateIsEnough() {
        Resolver mixed =
                host -> new InetAddress[] {InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")};

        assertThat(post(mixed, false)
                        .send(Target.of("https://example.com/"), Map.of(), BODY)
                        .reason())
                .contains("10.0.0.1");
    }

    @Test
    void theConnectionGoesToTheAddressThatWasCheckedAndTheNameIsLookedUpOnce() {
        try (var receiver = Receiver.answering(Receiver.Answer.OK)) {
            var asked = new AtomicInteger();
            Resolver rebinding = host -> {
                // A name server that changes its mind: no second look-up, the first answer is where it goes.
                String address = asked.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254";
                return new InetAddress[] {InetAddress.getByName(address)};
            };
            Target target = Target.of("http://no-such-host.invalid:" + receiver.port() + "/");

            assertThat(post(rebinding, true).send(target, Map.of(), BODY)).isEqualTo(Outcome.DELIVERED);
            assertThat(asked).hasValue(1);
            assertThat(receiver.received().get(0).header("Host")).startsWith("no-such-host.invalid:");
            assertThat(post(rebinding, false).send(target, Map.of(), BODY).reason())
                    .contains("169.254.169.254");
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (var other = Receiver.answering(Receiver.Answer.OK);
                var receiver = Receiver.answering(new Receiver.Answer(302, null, other.url()))) {
            Outcome outcome = post(Resolver.SYSTEM, true).send(Target.of(receiver.url()), Map.of(), BODY);

            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.REFUSED);
            assertThat(outcome.reason()).contains("302", "redirects are not followed");
            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    void aReceiverThatSaysNothingIsLeftAtTheDeadline() {
        try (var receiver = Receiver.answering(Receiver.Answer.SILENCE)) {
            long before = WallClock.nanoTime();

            Outcome outcome = post(Resolver.SYSTEM, true).send(Target.of(receiver.url()), Map.of(), BODY);

            assertThat(outcome).isEqualTo(Outcome.retry("it did not answer within 500 ms"));
            assertThat(Duration.ofNanos(WallClock.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aReceiverThatAcceptsAndNeverReadsIsLeftToo() throws Exception {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Target target = Target.of("https://127.0.0.1:" + deaf.getLocalPort() + "/");

            assertThat(post(Resolver.SYSTEM, true).send(target, Map.of(), BODY))
                    .isEqualTo(Outcome.retry("it did not answer within 500 ms"));
        }
    }

    @Test
    void whereNobodyListensTheSecondAddressIsTried() throws Exception {
        try (var receiver = Receiver.answering(Receiver.Answer.OK)) {
            Resolver two =
                    host -> new InetAddress[] {InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1")};

            assertThat(post(two, true).send(Target.of(receiver.url()), Map.of(), BODY))
                    .isEqualTo(Outcome.DELIVERED);
        }
    }

    @Test
    void aClosedPostSendsNothing() {
        try (var receiver = Receiver.answering(Receiver.Answer.OK)) {
            Post post = post(Resolver.SYSTEM, true);
            post.close();

            assertThat(post.send(Target.of(receiver.url()), Map.of(), BODY).kind())
                    .isEqualTo(Outcome.Kind.RETRY);
            assertThat(receiver.received()).isEmpty();
        }
    }

    private Post post(Resolver resolver, boolean allowPrivate) {
        var connections = new Connections((SSLSocketFactory) SSLSocketFactory.getDefault(), timer);
        return new Post(connections, resolver, allowPrivate, Duration.ofMillis(500));
    }
}
