package dev.ripcord.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The body of a response, piece by piece, with a limit to the wait for each: the JDK's client has none. */
final class ByteStream implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    private static final int AT_ONCE = 16;

    private sealed interface Piece permits Bytes, End {}

    private record Bytes(List<ByteBuffer> buffers) implements Piece {}

    /** @param cause null where the server ended it in good order */
    private record End(Throwable cause) implements Piece {}

    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private volatile Flow.Subscription subscription;
    private volatile boolean closed;

    /**
     * @return the next bytes; an empty list once the server has ended the body
     * @throws InterruptedIOException where none came in time
     * @throws IOException where the connection broke
     */
    List<ByteBuffer> next(Duration most) throws IOException, InterruptedException {
        Piece piece = pieces.poll(most.toMillis(), TimeUnit.MILLISECONDS);
        if (piece == null) {
            throw new InterruptedIOException("not a word for " + most.toSeconds() + " s");
        }
        if (piece instanceof Bytes bytes) {
            subscription.request(1);
            return bytes.buffers();
        }
        Throwable cause = ((End) piece).cause();
        if (cause != null) {
            throw new IOException("the connection broke: " + cause.getMessage(), cause);
        }
        return List.of();
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        if (closed) {
            begun.cancel();
        } else {
            begun.request(AT_ONCE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        pieces.add(new Bytes(buffers));
    }

    @Override
    public void onError(Throwable broken) {
        pieces.add(new End(broken));
    }

    @Override
    public void onComplete() {
        pieces.add(new End(null));
    }

    @Override
    public void close() {
        closed = true;
        Flow.Subscription begun = subscription;
        if (begun != null) {
            begun.cancel();
        }
    }
}
