package dev.ripcord.deploy.bench.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The gateway that is measured, and a way to have it told of halts. */
interface BenchTarget extends AutoCloseable {
    /** Everything happens in a tenant of its own: no agent is halted by a measurement. */
    String TENANT = "ripcord-bench";

    URI gateway();

    /** @return {@code Authorization: Bearer ...} with its line end; empty where the gateway has no keys */
    String authorization();

    /**
     * Halts the tenant, and with the next number releases it; returns once it is written.
     *
     * @param number even for a halt, odd for a release; -1 for a release where there may be nothing to release
     * @param reason stands in the record, so that it is known when it comes out
     */
    void write(int number, String reason) throws IOException, InterruptedException;

    default InetSocketAddress address() {
        return new InetSocketAddress(
                gateway().getHost(), gateway().getPort() < 0 ? 80 : gateway().getPort());
    }

    /** A GET as bytes. */
    default byte[] request(String pathAndQuery, String accept) {
        var head = "GET " + gateway().getRawPath() + pathAndQuery + " HTTP/1.1\r\nHost: "
                + gateway().getRawAuthority() + "\r\nAccept: " + accept + "\r\n" + authorization() + "\r\n";
        return head.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    void close();
}
