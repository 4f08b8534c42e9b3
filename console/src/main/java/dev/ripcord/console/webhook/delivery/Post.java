package dev.ripcord.console.webhook.delivery;

import dev.ripcord.time.WallClock;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Sends one POST to an address that was checked.
 *
 * <p>The JDK's HTTP clients take a name and look it up themselves, after whatever was checked before: a name server
 * that answers with a public address first and a private one then (DNS rebinding) gets through. So this class looks a
 * name up once for an attempt, checks every address that it got, and opens the connection to one of these very
 * addresses; the name goes on to be what TLS asks for and verifies. One request to a connection, HTTP/1.1; redirects
 * are not followed, proxies not used, and of the answer only status and headers are read. From the first packet to the
 * answer everything is within one deadline, at which the socket is closed under whatever it is doing.
 */
public final class Post implements AutoCloseable {
    private final Connections connections;
    private final Resolver resolver;
    private final boolean allowPrivate;
    private final Duration timeout;

    public Post(Connections connections, Resolver resolver, boolean allowPrivate, Duration timeout) {
        this.connections = connections;
        this.resolver = resolver;
        this.allowPrivate = allowPrivate;
        this.timeout = timeout;
    }

    /** Never throws for what the network does: the outcome says it. */
    public Outcome send(Target target, Map<String, String> headers, byte[] body) {
        try {
            InetAddress[] addresses = resolver.addresses(target.host());
            Optional<String> refusal = allowPrivate ? Optional.empty() : refusal(target, addresses);
            return refusal.isPresent() ? Outcome.refused(refusal.get()) : exchange(target, addresses, headers, body);
        } catch (UnknownHostException unknown) {
            return Outcome.retry("its host " + target.host() + " is not known to the name servers");
        } catch (SSLException noTrust) {
            return Outcome.retry("TLS failed: " + noTrust.getMessage());
        } catch (IOException broken) {
            return Outcome.retry(broken.getMessage() == null ? "the connection broke" : broken.getMessage());
        }
    }

    /** Ends an attempt that is on its way, and all after it. */
    @Override
    public void close() {
        connections.close();
    }

    private static Optional<String> refusal(Target target, InetAddress[] addresses) {
        for (InetAddress address : addresses) {
            Optional<String> kind = PublicAddresses.refusal(address);
            if (kind.isPresent()) {
                return Optional.of("its host " + target.host() + " has the address " + address.getHostAddress()
                        + ", which is " + kind.get() + "; set allow_private: true if it is meant");
            }
        }
        return Optional.empty();
    }

    private Outcome exchange(Target target, InetAddress[] addresses, Map<String, String> headers, byte[] body)
            throws IOException {
        try (Connections.Deadline deadline = connections.deadline(timeout)) {
            try (Socket socket = connections.open(target, addresses, deadline)) {
                socket.getOutputStream().write(request(target, headers, body));
                socket.getOutputStream().flush();
                ResponseHead head = ResponseHead.read(new BufferedInputStream(socket.getInputStream()));
                return Outcome.of(head, WallClock.SYSTEM.millis());
            } catch (IOException broken) {
                throw deadline.hasPassed()
                        ? new IOException("it did not answer within " + timeout.toMillis() + " ms", broken)
                        : broken;
            }
        }
    }

    private static byte[] request(Target target, Map<String, String> headers, byte[] body) {
        var head = new StringBuilder();
        head.append("POST ").append(target.path()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(target.authority()).append("\r\n");
        head.append("Connection: close\r\n");
        head.append("Content-Length: ").append(body.length).append("\r\n");
        target.authorization()
                .ifPresent(value -> head.append("Authorization: ").append(value).append("\r\n"));
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
