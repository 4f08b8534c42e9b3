package dev.ripcord.console;

import dev.ripcord.console.access.ApiKeys;
import dev.ripcord.console.access.ApiKeysFile;
import dev.ripcord.console.access.RefusedKeys;
import dev.ripcord.console.acks.AckBoard;
import dev.ripcord.console.api.HttpServer;
import dev.ripcord.console.api.Route;
import dev.ripcord.console.api.Routes;
import dev.ripcord.console.archive.ArchivedRecords;
import dev.ripcord.console.archive.sql.MachineShare;
import dev.ripcord.console.guard.GuardWatch;
import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.console.history.HistorySources;
import dev.ripcord.console.history.Replays;
import dev.ripcord.console.history.SessionHistory;
import dev.ripcord.console.operate.OperatorDesk;
import dev.ripcord.console.replay.kafka.HotRecords;
import dev.ripcord.console.replay.source.MergedSource;
import dev.ripcord.console.sessions.SessionBoard;
import dev.ripcord.console.signals.SignalBoard;
import dev.ripcord.console.stops.StopBoard;
import dev.ripcord.console.stream.HaltStreams;
import dev.ripcord.console.stream.Streams;
import dev.ripcord.console.topic.KafkaClients;
import dev.ripcord.console.topic.KafkaWatch;
import dev.ripcord.console.topic.RecordWriter;
import dev.ripcord.console.topic.StartAt;
import dev.ripcord.console.topic.TopicEnd;
import dev.ripcord.console.topic.TopicFollower;
import dev.ripcord.console.topic.TopicReader;
import dev.ripcord.console.webhook.WebhookState;
import dev.ripcord.console.webhook.Webhooks;
import dev.ripcord.console.webhook.config.InvalidWebhooks;
import dev.ripcord.console.webhook.config.WebhookSettings;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.UntrustedRecord;
import dev.ripcord.topic.Topic;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells agents over HTTP whether they may go on, and lets operators halt and release. */
public final class Gateway implements AutoCloseable {
    private static final int REMOVALS_KEPT = 10_000;
    private static final int HEARTBEATS_READ = 1_000;
    private static final int HALTS_WITH_ACKS = 10_000;
    private static final int SESSIONS_WITH_ACKS = 200_000;
    private static final int SIGNALS_KEPT = 10_000;
    private static final long SIGNAL_BYTES_KEPT = 32L << 20;
    private static final int SIGNALS_READ = 1_000;
    private static final int SESSIONS_KEPT = 20_000;
    private static final long SESSION_BYTES_KEPT = 32L << 20;

    private final Closing opened = new Closing();
    private final String host;
    private HttpServer server;
    private Streams streams;

    private Gateway(String host) {
        this.host = host;
    }

    /**
     * Starts to serve at once; what needs the halts is answered once they are read. Kafka need not be there yet.
     *
     * @throws RefusedSettings where the settings are not right, or the port is taken
     */
    public static Gateway start(GatewaySettings settings) throws RefusedSettings {
        Optional<ApiKeys> keys = keys(settings);
        Optional<Webhooks> webhooks =
                webhooks(settings).map(calls -> Webhooks.prepared(calls, settings.kafka(), reader(settings)));
        requireBelieved(settings);
        Gateway gateway = new Gateway(settings.host());
        try {
            gateway.open(settings, keys, () -> webhooks.map(Webhooks::state));
            webhooks.ifPresent(calls -> gateway.opened.with(calls).begin());
            return gateway;
        } catch (RuntimeException failed) {
            gateway.close();
            throw new RefusedSettings(List.of("the gateway does not start: " + failed.getMessage()));
        }
    }

    private void open(GatewaySettings settings, Optional<ApiKeys> keys, Supplier<Optional<WebhookState>> webhooks) {
        KafkaClients clients = new KafkaClients(settings.kafka());
        HaltBoard halts = new HaltBoard(reader(settings), settings.trusted().isPresent(), REMOVALS_KEPT);
        AckBoard acks = new AckBoard(HALTS_WITH_ACKS, SESSIONS_WITH_ACKS);
        SignalBoard signals = new SignalBoard(SIGNALS_KEPT, SIGNAL_BYTES_KEPT);
        SessionBoard sessions = new SessionBoard(SESSIONS_KEPT, SESSION_BYTES_KEPT);
        StopBoard stops = new StopBoard(SIGNALS_KEPT);
        SessionHistory history = new SessionHistory(past(settings, clients), reader(settings));
        Replays replays = opened.with(new Replays(settings.replays()));
        GuardWatch guard = new GuardWatch(settings.guard());
        KafkaWatch kafka = opened.with(new KafkaWatch(clients));
        RecordWriter writer = opened.with(new RecordWriter(clients));
        OperatorDesk desk = opened.with(
                OperatorDesk.open(settings.kafka(), halts::standing, halts::muteIssuedAt, settings.signing()));
        TopicEnd haltsEnd = opened.with(new TopicEnd(clients, Topic.HALTS));
        streams = opened.with(new Streams(settings.streams(), guard));
        HaltStreams haltStreams = new HaltStreams(halts);

        Map<String, TopicFollower> followers = new LinkedHashMap<>();
        TopicFollower haltsFollower = follow(clients, Topic.HALTS, new StartAt.Beginning(), halts);
        followers.put("halts", haltsFollower);
        guard.staleWhile(() -> haltsFollower.failure().isPresent());
        followers.put("acks", follow(clients, Topic.ACKS, new StartAt.Beginning(), acks));
        followers.put("signals", follow(clients, Topic.SIGNALS, new StartAt.Latest(SIGNALS_READ), signals));
        followers.put("stops", follow(clients, Topic.SIGNALS, new StartAt.Latest(SIGNALS_KEPT), stops));
        followers.put("sessions", follow(clients, Topic.SESSIONS, new StartAt.Latest(SESSIONS_KEPT), sessions));
        followers.put("heartbeat", follow(clients, Topic.HEARTBEAT, new StartAt.Latest(HEARTBEATS_READ), guard));

        boolean deskIsBelieved =
                settings.trusted().isEmpty() || settings.signing().isPresent();
        Routes.Sources from = new Routes.Sources(
                kafka,
                halts,
                acks,
                signals,
                sessions,
                stops,
                history,
                replays,
                guard,
                desk,
                deskIsBelieved,
                writer,
                streams,
                haltStreams,
                haltsEnd,
                haltsFollower,
                followers,
                webhooks);
        server = opened.with(HttpServer.start(settings.host(), settings.port(), keys, Routes.of(from), Routes.pages()));
        // First of all that is closed: streams end before the server that carries them.
        opened.with(streams);
    }

    private TopicFollower follow(KafkaClients clients, Topic topic, StartAt start, TopicReader reader) {
        return opened.with(TopicFollower.start(clients, topic, start, reader));
    }

    private static HistorySources past(GatewaySettings settings, KafkaClients clients) {
        return settings.archive().isEmpty()
                ? () -> new HotRecords(clients, false)
                : () -> new MergedSource(List.of(
                        new HotRecords(clients, false),
                        new ArchivedRecords(settings.archive().get(), MachineShare.LITTLE)));
    }

    private static HaltReader reader(GatewaySettings settings) {
        return settings.trusted().map(HaltReader::trusting).orElseGet(HaltReader::trustingTheTopic);
    }

    /** What it signs its own reader must believe: a halt that it wrote and then refused would stop nobody. */
    private static void requireBelieved(GatewaySettings settings) throws RefusedSettings {
        if (settings.signing().isEmpty()) {
            return;
        }
        Mute sample = Mute.ofPattern("sample", "sample", new Actor(Actor.Kind.SYSTEM, "gateway"), 0, 0);
        try {
            reader(settings).read(sample.key(), settings.signing().get().sign(sample));
        } catch (UntrustedRecord unbelieved) {
            throw new RefusedSettings(List.of("what signing key '"
                    + settings.signing().get().id() + "' signs this gateway itself would refuse: "
                    + unbelieved.getMessage() + "; trust its public half, under the same id"));
        }
    }

    private static Optional<ApiKeys> keys(GatewaySettings settings) throws RefusedSettings {
        if (settings.apiKeys().isEmpty()) {
            requireLoopback(settings.host());
            return Optional.empty();
        }
        try {
            return Optional.of(ApiKeysFile.read(settings.apiKeys().get()));
        } catch (RefusedKeys refused) {
            throw new RefusedSettings(refused.errors());
        }
    }

    private static Optional<WebhookSettings> webhooks(GatewaySettings settings) throws RefusedSettings {
        if (settings.webhooks().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(WebhookSettings.read(settings.webhooks().get(), System.getenv()));
        } catch (InvalidWebhooks invalid) {
            throw new RefusedSettings(invalid.problems());
        }
    }

    private static void requireLoopback(String host) throws RefusedSettings {
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException none) {
            throw new RefusedSettings(List.of("the host '" + host + "' is not known: " + none.getMessage()));
        }
        throw new RefusedSettings(List.of("without a file of API keys everybody is an operator, so that the gateway"
                + " binds to 127.0.0.1 only, and not to " + host + "; give it a file of keys, or that address"));
    }

    /** Where it serves. */
    public URI address() {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port());
    }

    /** All that it answers. */
    public List<Route> routes() {
        return server.routes();
    }

    /** @return how many clients follow halts or signals now */
    public int followers() {
        return streams.clients();
    }

    @Override
    public void close() {
        opened.close();
    }
}
