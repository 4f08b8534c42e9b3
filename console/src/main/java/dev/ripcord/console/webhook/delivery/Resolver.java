package dev.ripcord.console.webhook.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface Resolver {
    /** This machine's. */
    Resolver SYSTEM = host -> InetAddress.getAllByName(host);

    InetAddress[] addresses(String host) throws UnknownHostException;
}
