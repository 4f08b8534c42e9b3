package dev.ripcord.console.webhook.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses belong to the public internet. A hook's URL comes from whoever writes the file; it must not become a
 * way to reach what only this machine can reach, the credentials that a cloud hands to its machines first of all.
 */
final class PublicAddresses {
    /** After the special-purpose registries of IANA (RFC 6890), with the metadata services that lie outside of them. */
    private static final List<Network> REFUSED = List.of(
            Network.of("0.0.0.0/8", "this network"),
            Network.of("10.0.0.0/8", "private"),
            Network.of("100.64.0.0/10", "shared by carriers"),
            Network.of("127.0.0.0/8", "loopback"),
            Network.of("168.63.129.16/32", "a metadata service"),
            Network.of("169.254.0.0/16", "link-local, where metadata services are"),
            Network.of("172.16.0.0/12", "private"),
            Network.of("192.0.0.0/24", "reserved"),
            Network.of("192.0.2.0/24", "for documentation"),
            Network.of("192.88.99.0/24", "reserved"),
            Network.of("192.168.0.0/16", "private"),
            Network.of("198.18.0.0/15", "for benchmarks"),
            Network.of("198.51.100.0/24", "for documentation"),
            Network.of("203.0.113.0/24", "for documentation"),
            Network.of("224.0.0.0/4", "multicast"),
            Network.of("240.0.0.0/4", "reserved"),
            Network.of("::/127", "loopback or nowhere"),
            Network.of("64:ff9b:1::/48", "private"),
            Network.of("100::/64", "for discarding"),
            Network.of("2001::/23", "reserved"),
            Network.of("2001:db8::/32", "for documentation"),
            Network.of("3fff::/20", "for documentation"),
            Network.of("5f00::/16", "reserved"),
            Network.of("fc00::/7", "unique-local"),
            Network.of("fe80::/10", "link-local"),
            Network.of("fec0::/10", "site-local"),
            Network.of("ff00::/8", "multicast"));

    /** IPv6 addresses that are a way to an IPv4 one, and where in them it stands. */
    private static final Network IPV4_COMPATIBLE = Network.of("::/96", "IPv4-compatible");

    private static final Network TRANSLATED = Network.of("64:ff9b::/96", "NAT64");
    private static final Network SIX_TO_FOUR = Network.of("2002::/16", "6to4");

    private PublicAddresses() {}

    /** @return what kind of address it is, where it is none of the public internet */
    static Optional<String> refusal(InetAddress address) {
        byte[] bytes = address.getAddress();
        Optional<String> own = REFUSED.stream()
                .filter(network -> network.contains(bytes))
                .map(Network::name)
                .findFirst();
        return own.isPresent() ? own : within(bytes).flatMap(PublicAddresses::refusal);
    }

    private static Optional<InetAddress> within(byte[] bytes) {
        if (IPV4_COMPATIBLE.contains(bytes) || TRANSLATED.contains(bytes)) {
            return Optional.of(ipv4(bytes, 12));
        }
        return SIX_TO_FOUR.contains(bytes) ? Optional.of(ipv4(bytes, 2)) : Optional.empty();
    }

    private static InetAddress ipv4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException fourBytesAreAnAddress) {
            throw new IllegalStateException(fourBytesAreAnAddress);
        }
    }
}
