package dev.ripcord.console.api;

import dev.ripcord.console.stream.StreamClient;
import dev.ripcord.console.stream.Streams;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Answers a request with a stream that stays open, without a thread that waits for it. */
final class StreamResponse {
    private StreamResponse() {}

    /** @throws Refused where there are as many clients as there may be */
    static void begin(Context request, Streams streams, Consumer<StreamClient> follow) {
        Streams.Place place = streams.place()
                .orElseThrow(() -> new Refused(
                        Refused.UNAVAILABLE,
                        streams.clients() + " clients follow already, the most that are served; try again later"));
        request.future(() -> open(request, place, follow));
    }

    private static CompletableFuture<Void> open(Context request, Streams.Place place, Consumer<StreamClient> follow) {
        StreamClient client;
        try {
            client = place.open(request.req(), request.res());
        } catch (IOException gone) {
            place.giveBack();
            throw new UncheckedIOException(gone);
        } catch (RuntimeException ours) {
            place.giveBack();
            throw ours;
        }
        try {
            follow.accept(client);
            client.start();
        } catch (RuntimeException ours) {
            // Gives the place back as well.
            client.close();
            throw ours;
        }
        // Never complete: the client ends the request, and Javalin must not touch it when it is gone.
        return new CompletableFuture<>();
    }
}
