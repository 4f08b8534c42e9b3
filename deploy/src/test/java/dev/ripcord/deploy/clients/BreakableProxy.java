package dev.ripcord.deploy.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to the gateway that breaks when a test says so. */
final class BreakableProxy implements AutoCloseable {
    private final URI target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Way way = Way.OPEN;

    /** What becomes of bytes on the way. */
    private enum Way {
        OPEN,
        /** They are lost, and the connections stay: a cable that was pulled. */
        SILENT,
        /** Connections end, and new ones too. */
        CUT
    }

    BreakableProxy(URI target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Ends every connection, and each that is tried until it is mended. */
    void cut() {
        way = Way.CUT;
        sockets.forEach(BreakableProxy::end);
    }

    /** Loses every byte from now on, and ends nothing. Connections of this time stay dumb for ever. */
    void fallSilent() {
        way = Way.SILENT;
    }

    void mend() {
        way = Way.OPEN;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                sockets.add(client);
                if (way == Way.CUT) {
                    end(client);
                } else {
                    connect(client);
                }
            } catch (IOException closed) {
                // The gateway is not there, or the proxy is closed.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            Socket gateway = new Socket(target.getHost(), target.getPort());
            sockets.add(gateway);
            Line line = new Line(client, gateway, way == Way.SILENT);
            daemon(() -> line.copy(client, gateway));
            daemon(() -> line.copy(gateway, client));
        } catch (IOException notThere) {
            end(client);
            throw notThere;
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It was the aim.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    /** One connection through the proxy. */
    private final class Line {
        private final Socket client;
        private final Socket gateway;
        private volatile boolean dumb;

        Line(Socket client, Socket gateway, boolean dumb) {
            this.client = client;
            this.gateway = gateway;
            this.dumb = dumb;
        }

        void copy(Socket from, Socket to) {
            byte[] bytes = new byte[8192];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    dumb = dumb || way == Way.SILENT;
                    if (!dumb) {
                        out.write(bytes, 0, read);
                        out.flush();
                    }
                }
            } catch (IOException broken) {
                // Both ends learn it.
            }
            end(client);
            end(gateway);
        }
    }
}
