package dev.ripcord.console.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReplaysTest {
    @Test
    void soManyRunAndSoManyWaitAndWhoComesThenIsToldSo() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        try (Replays replays = new Replays(new ReplayLimits(1, 1, Duration.ofMinutes(1)))) {
            CompletableFuture<String> first = answer(replays, goOn, running);
            await().until(() -> running.get() == 1);
            CompletableFuture<String> second = answer(replays, goOn, running);
            await().until(() -> {
                try {
                    replays.run(() -> "a third");
                    return false;
                } catch (TooMuch full) {
                    return full.getMessage()
                            .equals("1 sessions are being replayed and 1 wait for it, the most that"
                                    + " are; ask again in a moment");
                }
            });
            assertThat(running).hasValue(1);
            goOn.countDown();
            assertThat(first.get()).isEqualTo("replayed");
            assertThat(second.get()).isEqualTo("replayed");
            assertThat(replays.run(() -> "a later one")).isEqualTo("a later one");
        }
    }

    private static CompletableFuture<String> answer(Replays replays, CountDownLatch goOn, AtomicInteger running) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return replays.run(() -> {
                            running.incrementAndGet();
                            goOn.await();
                            return "replayed";
                        });
                    } catch (Exception failed) {
                        throw new AssertionError(failed);
                    }
                },
                task -> new Thread(task, "asking").start());
    }

    @Test
    void oneThatTakesTooLongIsEnded() {
        AtomicBoolean interrupted = new AtomicBoolean();
        try (Replays replays = new Replays(new ReplayLimits(1, 1, Duration.ofMillis(50)))) {
            assertThatThrownBy(() -> replays.run(() -> {
                        try {
                            new CountDownLatch(1).await();
                            return "never";
                        } catch (InterruptedException ended) {
                            interrupted.set(true);
                            throw ended;
                        }
                    }))
                    .isInstanceOf(TooMuch.class)
                    .hasMessageContaining("took longer than");
            await().untilTrue(interrupted);
        }
    }

    @Test
    void whatFailsIsHandedOn() {
        try (Replays replays = new Replays(ReplayLimits.DEFAULTS)) {
            assertThatThrownBy(() -> replays.run(() -> {
                        throw new IllegalStateException("unreadable");
                    }))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("unreadable");
        }
    }
}
