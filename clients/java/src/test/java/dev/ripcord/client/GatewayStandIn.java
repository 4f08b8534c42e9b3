package dev.ripcord.client;

import java.util.List;

/** A gateway for the examples: it allows everything until it is told to halt. */
public final class GatewayStandIn implements AutoCloseable {
    private final ScriptedGateway gateway = new ScriptedGateway();

    public GatewayStandIn() {
        gateway.greetWith(ScriptedGateway.ready("live"));
    }

    public String url() {
        return gateway.url();
    }

    /** Halts invoice-9, for everybody who is connected. */
    public void halt() {
        gateway.tell(ScriptedGateway.record(1, Records.halt("h-1", 5)));
    }

    /** @return acknowledgements so far: halt and status */
    public List<String> acknowledged() {
        return gateway.acknowledged;
    }

    @Override
    public void close() {
        gateway.close();
    }
}
