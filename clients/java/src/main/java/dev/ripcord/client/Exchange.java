package dev.ripcord.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request and its answer, within a time. */
final class Exchange {
    private Exchange() {}

    /**
     * Not by {@link HttpRequest.Builder#timeout}: for a stream that never ends, later JDKs count its body as well.
     *
     * @throws IOException where there was no answer; the message says why
     */
    static <T> HttpResponse<T> within(Duration most, HttpClient http, HttpRequest request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, body);
        try {
            return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new InterruptedIOException(
                    "no answer from " + request.uri().getAuthority() + " within " + most.toSeconds() + " s");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            throw new IOException("no answer from " + request.uri().getAuthority() + ": " + why, cause);
        } finally {
            // Ends the connection where there is no answer yet; nothing where there is.
            answer.cancel(true);
        }
    }
}
