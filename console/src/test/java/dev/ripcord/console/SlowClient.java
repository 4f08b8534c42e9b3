package dev.ripcord.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that stops reading, and leaves the connection open. */
final class SlowClient implements AutoCloseable {
    private final Socket socket = new Socket();
    private final BufferedReader reader;

    private SlowClient(URI address, String path) throws IOException {
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    static SlowClient connect(URI address, String path) throws IOException {
        return new SlowClient(address, path);
    }

    /** @return the id of the latest event before */
    String readUntilReady() throws IOException {
        String id = null;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            }
            if (line.equals("event: ready")) {
                return id;
            }
        }
        throw new IOException("the stream ended before it was ready");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
