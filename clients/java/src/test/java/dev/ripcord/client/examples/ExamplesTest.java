package dev.ripcord.client.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.client.GatewayStandIn;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    @Test
    void thePlainLoopRunsToItsEndWhereNobodyHaltsIt() throws InterruptedException {
        try (var gateway = new GatewayStandIn()) {
            assertThat(PlainLoop.run(gateway.url(), "invoice-9", List.of(() -> "a", () -> "b")))
                    .isEqualTo("finished after 2 steps");
        }
    }

    @Test
    void thePlainLoopStopsBeforeTheStepAfterTheHalt() throws InterruptedException {
        try (var gateway = new GatewayStandIn()) {
            var ran = new AtomicBoolean();
            PlainLoop.Step halted = () -> {
                gateway.halt();
                await().until(() -> gateway.acknowledged().contains("h-1 received"));
                return "a";
            };
            PlainLoop.Step never = () -> {
                ran.set(true);
                return "b";
            };
            assertThat(PlainLoop.run(gateway.url(), "invoice-9", List.of(halted, never)))
                    .isEqualTo("stopped after 1 steps: runs in circles");
            assertThat(ran).isFalse();
            assertThat(gateway.acknowledged()).containsExactly("h-1 received", "h-1 stopped");
        }
    }

    @Test
    void aCallThatIsGoingOnIsCancelled() {
        try (var gateway = new GatewayStandIn()) {
            var end = CancelledCall.run(gateway.url(), "invoice-9", () -> {
                gateway.halt();
                return new CompletableFuture<>();
            });
            assertThat(end).isEqualTo("cancelled: runs in circles");
            assertThat(gateway.acknowledged()).containsExactly("h-1 received", "h-1 stopped");
        }
    }
}
