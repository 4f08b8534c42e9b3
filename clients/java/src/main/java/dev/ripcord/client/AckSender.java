package dev.ripcord.client;

import dev.ripcord.halt.Acknowledgement;
import java.io.IOException;

/** Carries acknowledgements, one at a time. */
interface AckSender extends AutoCloseable {
    /**
     * Returns when it has arrived.
     *
     * @throws AckRefused where sending it again would not help
     * @throws IOException where it may help
     */
    void send(Acknowledgement acknowledgement) throws IOException, InterruptedException;

    @Override
    void close();

    /** The other side will not take it. */
    final class AckRefused extends IOException {
        private static final long serialVersionUID = 1;

        AckRefused(String why) {
            super(why);
        }
    }
}
