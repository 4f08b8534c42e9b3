package dev.ripcord.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The broker's two ports, bound before it starts: its settings name the controller's port, so that must be known
 * first, and a free port that is looked up, let go and bound later may be somebody else's by then.
 */
final class BoundPorts implements ServerSocketFactory, AutoCloseable {
    static final String LOOPBACK = "127.0.0.1";
    static final String CLIENTS = "CLIENTS";
    static final String CONTROLLER = "CONTROLLER";
    private static final int BACKLOG = 50;

    private final Map<String, ServerSocketChannel> channels;

    private BoundPorts(Map<String, ServerSocketChannel> channels) {
        this.channels = channels;
    }

    static BoundPorts bind(int clientPort) throws IOException {
        var clients = listenOn(clientPort);
        try {
            return new BoundPorts(Map.of(CLIENTS, clients, CONTROLLER, listenOn(LocalKafka.FREE_PORT)));
        } catch (IOException failed) {
            clients.close();
            throw failed;
        }
    }

    private static ServerSocketChannel listenOn(int port) throws IOException {
        var channel = ServerSocketChannel.open();
        try {
            channel.configureBlocking(false);
            return channel.bind(new InetSocketAddress(LOOPBACK, port), BACKLOG);
        } catch (BindException taken) {
            channel.close();
            throw new BindException("port " + port + " of " + LOOPBACK + " is not free (" + taken.getMessage()
                    + "); choose another port");
        }
    }

    int clients() {
        return port(CLIENTS);
    }

    int controller() {
        return port(CONTROLLER);
    }

    private int port(String listener) {
        return channels.get(listener).socket().getLocalPort();
    }

    @Override
    public ServerSocketChannel openServerSocket(
            String listener, InetSocketAddress address, int backlog, int receiveBuffer) {
        return channels.get(listener);
    }

    @Override
    public void close() throws IOException {
        for (var channel : channels.values()) {
            channel.close();
        }
    }
}
