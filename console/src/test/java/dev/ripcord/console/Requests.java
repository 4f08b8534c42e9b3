package dev.ripcord.console;

import dev.ripcord.topic.SessionKey;

/** What agents send. */
public final class Requests {
    private Requests() {}

    public static String event(String session) {
        return "{\"event_type\":\"message\", \"session_id\":\"" + session
                + "\",\"agent_id\":\"a\",\"timestamp\":1767225600,\"payload\":{\"content\":\"h\u00e9, [1]\"}}";
    }

    public static String ack(String haltId, SessionKey session, String status) {
        return "{\"halt_id\":\"" + haltId + "\",\"scope\":{\"kind\":\"session\",\"tenant\":\"" + session.tenant()
                + "\",\"id\":\"" + session.session() + "\"},\"tenant_id\":\"" + session.tenant()
                + "\",\"session_id\":\"" + session.session() + "\",\"status\":\"" + status
                + "\",\"client\":\"test/1\",\"at\":1767225608041}";
    }
}
