package dev.ripcord.console.webhook.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens connections to given addresses, one at a time, and closes them at their deadline. */
public final class Connections implements AutoCloseable {
    private final SSLSocketFactory tls;
    private final ScheduledExecutorService timer;
    private Socket open;
    private boolean closed;

    /** @param timer closes what takes too long; others may use it too */
    public Connections(SSLSocketFactory tls, ScheduledExecutorService timer) {
        this.tls = tls;
        this.timer = timer;
    }

    Deadline deadline(Duration timeout) {
        return new Deadline(timeout);
    }

    /** @throws IOException where none of the addresses answers, or it is not the host that it should be */
    Socket open(Target target, InetAddress[] addresses, Deadline deadline) throws IOException {
        IOException failed = new IOException("its host " + target.host() + " has no address");
        for (InetAddress address : addresses) {
            Socket plain = new Socket();
            try {
                hold(plain);
                plain.connect(new InetSocketAddress(address, target.port()), deadline.share(addresses.length));
                plain.setTcpNoDelay(true);
                return target.https() ? secured(plain, target) : plain;
            } catch (IOException broken) {
                plain.close();
                failed = broken;
                if (deadline.hasPassed()) {
                    break;
                }
            }
        }
        throw failed;
    }

    /** Closes what is open, and refuses to open more. */
    @Override
    public synchronized void close() {
        closed = true;
        abort();
    }

    private Socket secured(Socket plain, Target target) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, target.host(), target.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        // The certificate must be for the name in the URL, whatever address it was found at.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private synchronized void hold(Socket socket) throws IOException {
        if (closed) {
            throw new IOException("the gateway is shutting down");
        }
        open = socket;
    }

    private synchronized void abort() {
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException alreadyBroken) {
            // Nothing is left to close.
            open = null;
        }
    }

    /** Until when the connection may take. */
    final class Deadline implements AutoCloseable {
        private final ScheduledFuture<?> pending;
        private final Duration timeout;
        private volatile boolean passed;

        private Deadline(Duration timeout) {
            this.timeout = timeout;
            pending = timer.schedule(this::pass, timeout.toMillis(), TimeUnit.MILLISECONDS);
        }

        boolean hasPassed() {
            return passed;
        }

        /** @return milliseconds for each of so many addresses: a dead one must not keep the next from being tried */
        int share(int addresses) {
            return (int) Math.max(1, timeout.toMillis() / addresses);
        }

        private void pass() {
            passed = true;
            abort();
        }

        @Override
        public void close() {
            pending.cancel(false);
        }
    }
}
