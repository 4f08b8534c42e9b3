package dev.ripcord.client;

/** A source that is being followed, by a thread of its own. It reconnects by itself, until it is closed. */
interface Feed extends AutoCloseable {
    /** Ends its thread; waits a moment for it. */
    @Override
    void close();
}
