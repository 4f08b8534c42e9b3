package dev.ripcord.console.acks;

import dev.ripcord.halt.Acknowledgement;

/**
 * One session's word about a halt.
 *
 * @param session {@code tenant/session}
 * @param agent null where it is not known
 * @param at the runtime's clock, milliseconds since the epoch
 * @param time the broker's, likewise
 */
public record SessionAck(
        String session, String agent, Acknowledgement.Status status, String reason, String client, long at, long time) {
    /** Of the words, which are for people, only so much is kept. */
    private static final int WORDS = 500;

    static SessionAck of(Acknowledgement ack, long time) {
        return new SessionAck(
                ack.session().key(), ack.agentId(), ack.status(), cut(ack.reason()), cut(ack.client()), ack.at(), time);
    }

    private static String cut(String words) {
        return words == null || words.length() <= WORDS ? words : words.substring(0, WORDS) + "...";
    }
}
