package dev.ripcord.client;

import java.util.List;

/** Where a guard hears of halts, and sends acknowledgements to: the gateway, or Kafka itself. */
public abstract sealed class GuardSource permits GatewaySource, KafkaSource {
    GuardSource() {}

    /** @return what is wrong with following it so, each with what would be right; empty where nothing is */
    abstract List<String> problems(Following following);

    /** Begins to follow; the listener hears of everything from one thread of the feed. */
    abstract Feed follow(Following following, FeedListener listener);

    /** What carries acknowledgements; connects when the first one is sent. */
    abstract AckSender acknowledgements(Following following);

    /** Where it is, for messages. */
    @Override
    public abstract String toString();
}
