package dev.ripcord.console.stream;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client that follows. No thread waits for it: events are queued, and written by whoever comes first of a few
 * writers, as far as the connection takes them; the server calls when it takes more.
 *
 * <p>Who does not read is cut off by its own queue: the heartbeat alone fills it in the end.
 */
public final class StreamClient implements WriteListener {
    private static final Logger LOG = LoggerFactory.getLogger(StreamClient.class);

    private final ServletOutputStream out;
    private final Connection connection;
    private final Executor writers;
    private final Backlog backlog;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean open = true;
    private volatile boolean cutOff;
    private boolean begun;
    private boolean unflushed;

    /** How a stream ends. */
    interface Connection {
        /** The response is complete. */
        void complete();

        /** Breaks the connection, without waiting for what is being sent. */
        void abort();
    }

    StreamClient(ServletOutputStream out, Connection connection, Executor writers, StreamLimits limits) {
        this.out = out;
        this.connection = connection;
        this.writers = writers;
        this.backlog = new Backlog(limits);
    }

    /** @param first what stands; events that are offered meanwhile come after it */
    public void beginWith(Iterator<Frame> first) {
        backlog.beginWith(first);
    }

    /** Begins to write; only where the request is asynchronous. */
    public void start() {
        out.setWriteListener(this);
    }

    /** Sends the event as soon as the client takes it. Never waits; cuts off a client that is too far behind. */
    public void send(Frame frame) {
        if (!open) {
            return;
        }
        if (backlog.add(frame)) {
            schedule();
        } else {
            LOG.info("a client reads too slowly and is cut off");
            cutOff = true;
            end(true);
        }
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            writers.execute(() -> {
                scheduled.set(false);
                write();
            });
        }
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            begun = true;
        }
        write();
    }

    @Override
    public void onError(Throwable gone) {
        end(true);
    }

    private void write() {
        try {
            writeWhatItTakes();
        } catch (IOException | RuntimeException gone) {
            LOG.debug("a client is gone", gone);
            end(true);
        }
    }

    private synchronized void writeWhatItTakes() throws IOException {
        // Where the stream is not ready it calls onWritePossible once it is.
        while (begun && open && out.isReady()) {
            Frame next = backlog.next();
            if (next != null) {
                out.write(next.bytes());
                unflushed = true;
            } else if (unflushed) {
                unflushed = false;
                out.flush();
            } else {
                return;
            }
        }
    }

    /** Ends the stream; a client that is there is told so by the end of the response. */
    public void close() {
        end(false);
    }

    private void end(boolean broken) {
        synchronized (ended) {
            if (!open) {
                return;
            }
            open = false;
        }
        ended.complete(null);
        try {
            if (broken) {
                connection.abort();
            }
            connection.complete();
        } catch (RuntimeException goneAlready) {
            LOG.debug("the connection was gone before its stream", goneAlready);
        }
    }

    /** @return whether it read too slowly; known once the stream has ended */
    boolean wasCutOff() {
        return cutOff;
    }

    /** @return is complete once the stream has ended, whoever ended it */
    public CompletableFuture<Void> ended() {
        return ended;
    }
}
