package dev.ripcord.deploy.bench.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicReference;

/** A thousand clients that follow halts, each its own session's, read by one thread. */
final class StreamLoad implements AutoCloseable {
    private static final long CLOSE_MILLIS = 5_000;

    private final Selector selector;
    private final Receipts receipts;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final Thread thread = new Thread(this::read, "ripcord-bench-streams");
    private final AtomicReference<IOException> broken = new AtomicReference<>();
    private volatile boolean closed;

    private StreamLoad(Selector selector, Receipts receipts) {
        this.selector = selector;
        this.receipts = receipts;
    }

    static StreamLoad open(BenchTarget target, int clients, Receipts receipts) throws IOException {
        var load = new StreamLoad(Selector.open(), receipts);
        try {
            for (int client = 0; client < clients; client++) {
                var wire = Wire.open(target.address(), load.selector, new HaltStreamReader(client, receipts));
                wire.send(target.request(
                        "/v1/halts?tenant=" + BenchTarget.TENANT + "&agent=bench&session=session-" + client,
                        "text/event-stream"));
            }
        } catch (IOException failed) {
            load.closeAll();
            throw failed;
        }
        load.thread.setDaemon(true);
        load.thread.start();
        return load;
    }

    private void read() {
        try {
            while (!closed) {
                selector.select(this::read);
            }
        } catch (IOException failed) {
            broken.compareAndSet(null, failed);
        }
    }

    private void read(SelectionKey key) {
        try {
            ((Wire) key.attachment()).read(buffer);
        } catch (IOException failed) {
            key.cancel();
            broken.compareAndSet(null, failed);
        }
    }

    /** @return whether all connections have held, in words; what is missing for a broken one is counted as lost */
    String whatBroke() {
        var first = broken.get();
        return first == null ? "no connection broke" : "a connection broke: " + first.getMessage();
    }

    private void closeAll() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        closeAll();
    }
}
