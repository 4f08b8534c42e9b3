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
    static SessionAck of(Acknowledgement ack, long time) {
        return new SessionAck(
                ack.session().key(), ack.agentId(), ack.status(), ack.reason(), ack.client(), ack.at(), time);
    }
}
