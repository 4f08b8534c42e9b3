package dev.ripcord.deploy.command;

import dev.ripcord.console.Gateway;
import dev.ripcord.console.GatewaySettings;
import dev.ripcord.console.RefusedSettings;
import dev.ripcord.deploy.history.ArchiveRoot;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.serve.Termination;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ripcord serve}: runs the server. */
@Command(
        name = "serve",
        description = "Runs the gateway, through which agents in any language learn that they are halted, until Ctrl-C"
                + " or SIGTERM. Kafka need not be there yet.",
        footer = {
            "",
            "Without --api-keys it binds to 127.0.0.1 only, and everybody there is an operator.",
            "Example: ripcord serve --roles gateway --bind 0.0.0.0 --api-keys /etc/ripcord/keys.json"
        })
public final class ServeCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing was started";
    private static final String GATEWAY = "gateway";

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private TrustOptions trust;

    @Option(
            names = "--roles",
            paramLabel = "ROLE",
            split = ",",
            defaultValue = GATEWAY,
            description = "What to run (default: ${DEFAULT-VALUE}, which is all there is yet).")
    private List<String> roles;

    @Option(
            names = "--bind",
            paramLabel = "HOST",
            defaultValue = GatewaySettings.LOOPBACK,
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "7700",
            description = "Port to listen on; 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--api-keys", paramLabel = "FILE", description = "Who may do what; see docs/gateway.md.")
    private Path apiKeys;

    @Option(names = "--webhooks", paramLabel = "FILE", description = "Whom to call; see docs/webhooks.md.")
    private Path webhooks;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Show sessions from this archive too, when Kafka has deleted them; see docs/replay.md.")
    private Path archive;

    @Override
    public Integer call() throws Exception {
        for (var role : roles) {
            if (!role.equals(GATEWAY)) {
                throw new ParameterException(spec.commandLine(), "--roles names '" + role + "'; there is: " + GATEWAY);
            }
        }
        var settings = settings();
        try (var termination = Termination.watch();
                var gateway = Gateway.start(settings)) {
            spec.commandLine()
                    .getErr()
                    .println("gateway at " + gateway.address() + "; is it well: curl " + gateway.address() + "/health");
            sayWhatIsMissing();
            termination.await();
            spec.commandLine().getErr().println("ending ...");
        } catch (RefusedSettings refused) {
            throw new Refusal(refused.errors(), NOTHING, ExitCode.FAILED);
        }
        return ExitCode.OK;
    }

    /** A gateway that starts before Kafka does is no mistake: it tries on. Whoever mistyped the address sees it here. */
    private void sayWhatIsMissing() throws IOException, InterruptedException {
        try {
            kafka.address().require(NOTHING, Topic.HALTS, Topic.EVENTS, Topic.ACKS, Topic.SIGNALS, Topic.HEARTBEAT);
        } catch (Refusal missing) {
            var err = spec.commandLine().getErr();
            missing.reasons().forEach(reason -> err.println("warning: " + reason));
            err.println("the gateway tries on; until then /health says what it does not know");
        }
    }

    private GatewaySettings settings() throws IOException {
        var keys = trust.read(NOTHING);
        var settings =
                GatewaySettings.local(kafka.address().settings().client()).at(host, port);
        if (apiKeys != null) {
            settings = settings.withApiKeys(apiKeys);
        }
        if (webhooks != null) {
            settings = settings.withWebhooks(webhooks);
        }
        if (archive != null) {
            settings = settings.withArchive(ArchiveRoot.of(archive.toString(), NOTHING));
        }
        if (keys.keys().isPresent()) {
            settings = settings.withTrusted(keys.keys().get());
        }
        return keys.signing().isPresent() ? settings.withSigning(keys.signing().get()) : settings;
    }
}
