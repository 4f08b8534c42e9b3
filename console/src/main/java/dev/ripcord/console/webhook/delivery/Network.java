package dev.ripcord.console.webhook.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A block of addresses.
 *
 * @param base its first address
 * @param bits how many bits all of its addresses share
 */
record Network(byte[] base, int bits, String name) {

    /** @param block such as {@code 10.0.0.0/8} */
    static Network of(String block, String name) {
        int slash = block.indexOf('/');
        return new Network(literal(block.substring(0, slash)), Integer.parseInt(block.substring(slash + 1)), name);
    }

    boolean contains(byte[] address) {
        if (address.length != base.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((address[bit / Byte.SIZE] ^ base[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] literal(String address) {
        try {
            // A literal is not looked up.
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException notALiteral) {
            throw new IllegalArgumentException(address, notALiteral);
        }
    }
}
