package dev.ripcord.deploy.bench.gateway;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection among many of one thread: so that it is the gateway that is measured, and not a thousand threads. */
final class Wire {
    private final SocketChannel channel;
    private final ResponseReader reader;

    private Wire(SocketChannel channel, ResponseReader reader) {
        this.channel = channel;
        this.reader = reader;
    }

    /** Connects, and is found as the attachment of its key when there is something to read. */
    static Wire open(InetSocketAddress address, Selector selector, ResponseReader.Listener listener)
            throws IOException {
        var channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        var wire = new Wire(channel, new ResponseReader(listener));
        channel.register(selector, SelectionKey.OP_READ, wire);
        return wire;
    }

    /** Small requests on a connection that is idle always fit into the socket's buffer. */
    void send(byte[] request) throws IOException {
        var bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** @param buffer to read with; its content is of no interest */
    void read(ByteBuffer buffer) throws IOException {
        while (true) {
            buffer.clear();
            int count = channel.read(buffer);
            if (count < 0) {
                throw new EOFException("the gateway closed a connection");
            }
            if (count == 0) {
                return;
            }
            reader.accept(buffer.flip());
        }
    }
}
