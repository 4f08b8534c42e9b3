package dev.ripcord.deploy.serve;

import dev.ripcord.console.Gateway;
import dev.ripcord.console.GatewaySettings;
import dev.ripcord.console.RefusedSettings;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Properties;

/** The gateway of a stack in one JVM: for this machine alone, without keys. */
public final class LocalGateway {
    private LocalGateway() {}

    /**
     * Before anything slow is started.
     *
     * @param port 0 for any that is free
     * @throws Refusal where somebody has it
     */
    public static void requireFree(int port, String consequence) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(GatewaySettings.LOOPBACK, port));
        } catch (IOException taken) {
            var reason = "port " + port + " of " + GatewaySettings.LOOPBACK + " is not free for the gateway ("
                    + taken.getMessage() + "): another demo? End it, or take any port with --gateway-port 0";
            throw new Refusal(List.of(reason), consequence, ExitCode.FAILED);
        }
    }

    /** @param port 0 for any that is free */
    public static Gateway start(String bootstrapServers, int port) {
        Properties kafka = new Properties();
        kafka.put("bootstrap.servers", bootstrapServers);
        try {
            return Gateway.start(GatewaySettings.local(kafka).at(GatewaySettings.LOOPBACK, port));
        } catch (RefusedSettings refused) {
            throw new Refusal(refused.errors(), "nothing was started", ExitCode.FAILED);
        }
    }
}
