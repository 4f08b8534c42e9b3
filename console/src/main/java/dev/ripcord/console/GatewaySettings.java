package dev.ripcord.console;

import dev.ripcord.console.guard.GuardLimits;
import dev.ripcord.console.history.ReplayLimits;
import dev.ripcord.console.stream.StreamLimits;
import dev.ripcord.halt.SigningKey;
import dev.ripcord.halt.TrustedKeys;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * What a gateway is told.
 *
 * @param host to bind to
 * @param port to bind to; 0 for any that is free
 * @param kafka settings of every Kafka client: {@code bootstrap.servers}, credentials
 * @param apiKeys file of API keys; empty where everybody on this machine is an operator
 * @param trusted whose halts and releases are believed; empty where those of whoever may write to the topic
 * @param signing signs what operators write; empty where nobody verifies
 * @param webhooks file that says whom to call; empty for nobody
 * @param archive directory that sessions are replayed from as well; empty where from Kafka alone
 */
public record GatewaySettings(
        String host,
        int port,
        Properties kafka,
        Optional<Path> apiKeys,
        Optional<TrustedKeys> trusted,
        Optional<SigningKey> signing,
        Optional<Path> webhooks,
        Optional<Path> archive,
        ReplayLimits replays,
        StreamLimits streams,
        GuardLimits guard) {
    public static final String LOOPBACK = "127.0.0.1";

    public GatewaySettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(kafka, "kafka");
    }

    /** A gateway for this machine alone, on a free port, without keys. */
    public static GatewaySettings local(Properties kafka) {
        return new GatewaySettings(
                LOOPBACK,
                0,
                kafka,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ReplayLimits.DEFAULTS,
                StreamLimits.DEFAULTS,
                GuardLimits.DEFAULTS);
    }

    public GatewaySettings at(String newHost, int newPort) {
        return new GatewaySettings(
                newHost, newPort, kafka, apiKeys, trusted, signing, webhooks, archive, replays, streams, guard);
    }

    public GatewaySettings withApiKeys(Path file) {
        return new GatewaySettings(
                host, port, kafka, Optional.of(file), trusted, signing, webhooks, archive, replays, streams, guard);
    }

    public GatewaySettings withTrusted(TrustedKeys keys) {
        return new GatewaySettings(
                host, port, kafka, apiKeys, Optional.of(keys), signing, webhooks, archive, replays, streams, guard);
    }

    public GatewaySettings withSigning(SigningKey key) {
        return new GatewaySettings(
                host, port, kafka, apiKeys, trusted, Optional.of(key), webhooks, archive, replays, streams, guard);
    }

    public GatewaySettings withWebhooks(Path file) {
        return new GatewaySettings(
                host, port, kafka, apiKeys, trusted, signing, Optional.of(file), archive, replays, streams, guard);
    }

    public GatewaySettings withArchive(Path directory) {
        return new GatewaySettings(
                host,
                port,
                kafka,
                apiKeys,
                trusted,
                signing,
                webhooks,
                Optional.of(directory),
                replays,
                streams,
                guard);
    }

    public GatewaySettings withReplays(ReplayLimits limits) {
        return new GatewaySettings(
                host, port, kafka, apiKeys, trusted, signing, webhooks, archive, limits, streams, guard);
    }

    public GatewaySettings withStreams(StreamLimits limits) {
        return new GatewaySettings(
                host, port, kafka, apiKeys, trusted, signing, webhooks, archive, replays, limits, guard);
    }

    public GatewaySettings withGuard(GuardLimits limits) {
        return new GatewaySettings(
                host, port, kafka, apiKeys, trusted, signing, webhooks, archive, replays, streams, limits);
    }
}
