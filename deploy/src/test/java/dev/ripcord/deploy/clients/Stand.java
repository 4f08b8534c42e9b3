package dev.ripcord.deploy.clients;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.console.Gateway;
import dev.ripcord.console.GatewaySettings;
import dev.ripcord.console.stream.StreamLimits;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.jobs.settings.KafkaSettings;
import java.net.URI;
import java.time.Duration;

/** A broker with Ripcord's topics, and a gateway that can go and come back on its port. */
final class Stand implements AutoCloseable {
    /** More often than in earnest, so that tests of silence are short. */
    private static final Duration HEARTBEAT = Duration.ofMillis(250);

    private final LocalKafka kafka = LocalKafka.start();
    private final HaltsTopic halts;
    private final AcksTopic acks;
    private final URI address;
    private Gateway gateway;

    private Stand() throws Exception {
        Topics.create(kafka.bootstrapServers());
        halts = new HaltsTopic(kafka.bootstrapServers());
        acks = new AcksTopic(kafka.bootstrapServers());
        gateway = startAt(0);
        address = gateway.address();
    }

    static Stand start() throws Exception {
        return new Stand();
    }

    HaltsTopic halts() {
        return halts;
    }

    AcksTopic acks() {
        return acks;
    }

    URI gateway() {
        return address;
    }

    /** Lets a guard seem to be alive until it is closed. */
    Heart heart() {
        return new Heart(kafka.bootstrapServers());
    }

    void stopGateway() {
        gateway.close();
        gateway = null;
    }

    void startGateway() throws Exception {
        gateway = startAt(address.getPort());
    }

    private Gateway startAt(int port) throws Exception {
        StreamLimits usual = StreamLimits.DEFAULTS;
        return Gateway.start(
                GatewaySettings.local(KafkaSettings.at(kafka.bootstrapServers()).client())
                        .at(GatewaySettings.LOOPBACK, port)
                        .withStreams(new StreamLimits(
                                usual.clients(), usual.queuedEvents(), usual.queuedBytes(), HEARTBEAT)));
    }

    @Override
    public void close() {
        if (gateway != null) {
            gateway.close();
        }
        acks.close();
        halts.close();
        kafka.close();
    }
}
