package dev.ripcord.console.webhook;

import dev.ripcord.console.webhook.config.HookSettings;
import dev.ripcord.console.webhook.config.InvalidWebhooks;
import dev.ripcord.console.webhook.config.WebhookSettings;
import dev.ripcord.console.webhook.delivery.Connections;
import dev.ripcord.console.webhook.delivery.Post;
import dev.ripcord.console.webhook.delivery.Resolver;
import dev.ripcord.console.webhook.hook.Hook;
import dev.ripcord.console.webhook.intake.TopicTail;
import dev.ripcord.halt.HaltReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLSocketFactory;

/**
 * Tells people and their tools of halts and warnings, by HTTP. Any number of gateways may run it: they share the work.
 * A receiver hears of everything at least once, repeats have the same {@code Ripcord-Delivery}.
 */
public final class Webhooks implements AutoCloseable {
    private final ScheduledExecutorService timer;
    private final List<Hook> hooks;
    private final TopicTail tail;

    private Webhooks(WebhookSettings settings, Properties kafkaClient, HaltReader halts) {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "ripcord-webhook-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        hooks = settings.hooks().stream().map(this::hook).toList();
        tail = new TopicTail(kafkaClient, hooks, halts);
    }

    /**
     * Reads the file, with its secrets from this process's environment, and begins.
     *
     * @param kafkaClient how to reach Kafka, such as {@code bootstrap.servers}
     * @throws InvalidWebhooks with everything that is wrong in the file
     */
    public static Webhooks start(Path file, Properties kafkaClient) throws InvalidWebhooks {
        return start(WebhookSettings.read(file, System.getenv()), kafkaClient, HaltReader.trustingTheTopic());
    }

    /** Begins, and returns at once: while Kafka cannot be reached it goes on trying, see {@link #state()}. */
    public static Webhooks start(WebhookSettings settings, Properties kafkaClient, HaltReader halts) {
        return prepared(settings, kafkaClient, halts).begin();
    }

    /** Tells nobody anything before {@link #begin()}. */
    public static Webhooks prepared(WebhookSettings settings, Properties kafkaClient, HaltReader halts) {
        return new Webhooks(settings, kafkaClient, halts);
    }

    public Webhooks begin() {
        hooks.forEach(Hook::start);
        tail.start();
        return this;
    }

    public WebhookState state() {
        return new WebhookState(
                tail.isReading(),
                tail.error(),
                tail.unreadable(),
                hooks.stream().map(Hook::state).toList());
    }

    /** Ends deliveries that are on their way. What is not delivered by then is, by whoever reads on. */
    @Override
    public void close() {
        try {
            for (Hook hook : hooks) {
                hook.close();
            }
            tail.close();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            timer.shutdownNow();
        }
    }

    private Hook hook(HookSettings settings) {
        var connections = new Connections((SSLSocketFactory) SSLSocketFactory.getDefault(), timer);
        return new Hook(
                settings,
                new Post(
                        connections,
                        Resolver.SYSTEM,
                        settings.allowPrivate(),
                        settings.pace().timeout()));
    }
}
