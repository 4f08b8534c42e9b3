package dev.ripcord.client.examples;

import dev.ripcord.client.GatewaySource;
import dev.ripcord.client.Guard;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** An agent whose calls take minutes: a halt cancels the one that is going on. */
public final class CancelledCall {
    private CancelledCall() {}

    /**
     * @param call begins a call that can be cancelled, such as {@code HttpClient.sendAsync}
     * @return what the call gave, or how it ended
     */
    public static String run(String gateway, String session, Supplier<CompletableFuture<String>> call) {
        var running = new AtomicReference<CompletableFuture<String>>();
        try (Guard guard = Guard.following(GatewaySource.at(gateway))
                .session(session)
                .onHalt(halt -> {
                    var now = running.get();
                    if (now != null) {
                        now.cancel(true);
                    }
                })
                .start()) {
            guard.check();
            running.set(call.get());
            // The halt may have come between the check and the call.
            if (guard.halted().isPresent()) {
                running.get().cancel(true);
            }
            try {
                return running.get().join();
            } catch (CancellationException cancelled) {
                guard.stopped();
                return "cancelled: " + guard.halted().map(halt -> halt.reason()).orElse("and released since");
            }
        }
    }
}
